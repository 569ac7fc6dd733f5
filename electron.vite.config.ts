import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { checkedPack } from './scripts/build/checked-pack.ts'
import { messagesAsText } from './scripts/build/messages-as-text.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// The official runtime brings newer ones; the test runtime brings these, and both run the same output.
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/** Fields, buttons, dialogs: not the charts nor the traces, which few pages have, nor the sheets of the whole app. */
const SHARED_PARTS =
  /src\/ui\/shared\/(?!trace\/|chart-|ChartCard|balance-|money-axis|LoanTable|[a-z]+\.css)/

/** What of ours does nothing by being imported. */
const OWN_MODULES =
  /\/src\/(?:contract|domain|i18n|packs|platform|solver|storage|stores|workers)\/.*\.ts$/

const pinned = JSON.parse(readFileSync(path('node_modules/electron/package.json'), 'utf8')) as {
  version: string
}

export default defineConfig({
  main: {
    define: { __PINNED_ELECTRON__: JSON.stringify(pinned.version) },
    build: {
      target: NODE_TARGET,
      // The shell carries the little it needs, so that it starts without a node_modules folder.
      externalizeDeps: false,
      lib: { entry: path('electron/main/index.ts'), formats: ['es'], fileName: () => 'index.js' },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      // A sandboxed preload has to be CommonJS.
      lib: {
        entry: path('electron/preload/index.ts'),
        formats: ['cjs'],
        fileName: () => 'index.cjs',
      },
    },
  },
  renderer: {
    root: path('src'),
    worker: { format: 'es' },
    build: {
      target: CHROME_TARGET,
      // An inlined asset would be a data: address, which the content policy blocks for scripts and fonts.
      assetsInlineLimit: 0,
      minify: true,
      // The policy allows no inline script either.
      modulePreload: { polyfill: false },
      outDir: path('out/renderer'),
      rolldownOptions: {
        input: path('src/index.html'),
        // A folder's index must not bring all of the folder into the start.
        treeshake: { moduleSideEffects: [{ test: OWN_MODULES, sideEffects: false }] },
        output: {
          // Each file is a request that a start waits for: what nearly every page has in common is one, not a dozen.
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'start', tags: ['$initial'] },
              { name: 'shared', test: SHARED_PARTS },
              { name: 'engine', test: /\/src\/(?:domain|stores)\// },
            ],
          },
        },
      },
    },
    plugins: [
      vue(),
      VueI18nPlugin({
        include: [path('src/i18n/**/*.json')],
        runtimeOnly: true,
        compositionOnly: true,
        dropMessageCompiler: true,
        fullInstall: false,
      }),
      checkedPack(),
      messagesAsText(path('src/i18n')),
    ],
  },
})
