import { defineConfig } from '@playwright/test'

// Apart from the other tests: it makes and installs a whole package, which takes some minutes.
export default defineConfig({
  testDir: '../tests/package',
  outputDir: '../test-results/package',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  forbidOnly: true,
  reporter: [['list']],
})
