import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results/e2e',
  globalSetup: '../tests/e2e/support/prepare-runtime.ts',
  // One app to a screen: windows on one screen would take the focus from each other. See scripts/run-e2e.ts.
  workers: 1,
  retries: 0,
  // Two apps share the machine, and axe reads a whole page at a time: a hang is still found.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['../tests/e2e/support/tell-page.ts']],
  // Without pictures: to take them all the time is work for the machine, and a trace has every page's elements anyway.
  use: { trace: { mode: 'retain-on-failure', screenshots: false } },
})
