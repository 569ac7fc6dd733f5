import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { initialCode } from '../bench/start/initial-code.ts'
import { launchApp, makeUserDataDir, projectRoot, type LaunchedApp } from './support/launch-app.ts'

let userDataDir: string

test.beforeEach(async () => {
  userDataDir = await makeUserDataDir()
})

test.afterEach(async () => {
  await rm(userDataDir, { recursive: true, force: true })
})

function windowBounds({ app }: LaunchedApp) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
}

test('what the window reads before it shows anything stays light', () => {
  const files = initialCode(join(projectRoot, 'out/renderer'))
  const kilobytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1024
  expect(files.length).toBeGreaterThan(1)
  expect(kilobytes).toBeLessThan(350)
})

test('the window is shown, and says so for as long as it runs on a test runtime', async () => {
  const launched = await launchApp({ userDataDir })
  const info = await launched.page.evaluate(() => window.desktop?.appInfo())
  const isTest = info?.ok === true && info.value.runtime === 'test'
  const notice = launched.page.getByTestId('test-runtime-notice')
  await expect(notice).toHaveCount(isTest ? 1 : 0)
  await expect
    .poll(() =>
      launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
    )
    .toBe(true)
  await launched.close()
})

test('a test runtime keeps a profile of its own', async () => {
  const app = await _electron.launch({
    cwd: projectRoot,
    args: ['.'],
    env: { ...process.env, XDG_CONFIG_HOME: userDataDir },
  })
  const page = await app.firstWindow()
  const info = await page.evaluate(() => window.desktop?.appInfo())
  const isTest = info?.ok === true && info.value.runtime === 'test'
  const folder = await app.evaluate((electron) => electron.app.getPath('userData'))
  expect(folder).toBe(join(userDataDir, isTest ? 'Respite-test-runtime' : 'Respite'))
  await app.close()
})

test('the window opens where it was left', async () => {
  const first = await launchApp({ userDataDir })
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 620 })
  })
  const left = await windowBounds(first)
  expect(left).toMatchObject({ width: 900, height: 620 })
  await first.close()
  const second = await launchApp({ userDataDir })
  expect(await windowBounds(second)).toEqual(left)
  await second.close()
})

test('a damaged window state is no reason not to start', async () => {
  await writeFile(join(userDataDir, 'window-state.json'), '{"bounds":{"x":1e9')
  const launched = await launchApp({ userDataDir })
  const { width } = (await windowBounds(launched)) ?? { width: 0 }
  expect(width).toBeGreaterThanOrEqual(820)
  await launched.close()
  expect(await readFile(join(userDataDir, 'window-state.json'), 'utf8')).toContain('isMaximized')
})

test('a second start leaves at once and the first window comes to the front', async () => {
  const launched = await launchApp({ userDataDir })
  const called = launched.app.evaluate(
    ({ app }) => new Promise((resolve) => app.once('second-instance', () => resolve('called'))),
  )
  const second = spawn(
    launched.app.process().spawnfile,
    ['--no-sandbox', `--user-data-dir=${userDataDir}`, '.'],
    { cwd: projectRoot, stdio: 'ignore' },
  )
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(await called).toBe('called')
  expect(launched.app.windows()).toHaveLength(1)
  await launched.close()
})
