import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results/e2e',
  globalSetup: '../tests/e2e/support/prepare-runtime.ts',
  // Each test starts an app of its own; side by side they would only wait for each other.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
})
