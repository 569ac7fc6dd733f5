import path from 'node:path'
import { defineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..')

/**
 * The bench measures the code as it is shipped: bundled, without what a development runner adds to
 * every function.
 */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: 'tests/bench/run-bench.ts',
    outDir: '.cache/bench',
    emptyOutDir: true,
    minify: false,
    target: 'node20',
  },
})
