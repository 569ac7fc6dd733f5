import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { checkedPack } from '../scripts/build/checked-pack.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Everything that needs no page: these run in plain Node. */
const inNode = [
  'unit',
  'property',
  'golden',
  'storage',
  'contract',
  'security',
  'architecture',
  'i18n',
]

/** Files share a worker's modules: loading them anew for each took over half of the time. No test changes a module. */
const isolate = false

export default defineConfig({
  root,
  cacheDir: '.cache/vite-tests',
  test: {
    // Every core works: nobody waits for the machine while the tests run.
    maxWorkers: '100%',
    projects: [
      {
        root,
        plugins: [checkedPack()],
        test: {
          name: 'node',
          environment: 'node',
          isolate,
          // Laws over generated cases take seconds; on a busy machine many: a hang is still found.
          testTimeout: 60_000,
          include: inNode.map((folder) => `tests/${folder}/**/*.test.ts`),
          setupFiles: ['tests/support/stand-in-database.ts', 'tests/support/fixed-seed.ts'],
        },
      },
      {
        root,
        plugins: [
          vue(),
          vueI18n({
            include: [path.join(root, 'src/i18n/*/*.json')],
            runtimeOnly: true,
            compositionOnly: true,
            dropMessageCompiler: true,
            fullInstall: false,
          }),
        ],
        test: {
          name: 'component',
          environment: 'happy-dom',
          isolate,
          testTimeout: 30_000,
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/support/stand-in-database.ts', 'tests/support/fixed-seed.ts'],
        },
      },
    ],
  },
})
