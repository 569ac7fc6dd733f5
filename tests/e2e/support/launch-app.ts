import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { keepDrawing } from './keep-drawing.ts'

/** The folder of the app, from which it is started. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))

/** The shell's entry; it is there once the app was built. */
export const builtApp = join(projectRoot, 'out/main/index.js')

export interface LaunchOptions {
  /** A profile to go on with. Without one the app starts with a fresh one that is removed in the end. */
  readonly userDataDir?: string
  /** More arguments for the app. */
  readonly args?: readonly string[]
  /** Lets a test that provokes violations see them without failing. */
  readonly expectViolations?: boolean
}

export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userDataDir: string
  /** What the page complained of so far: console errors, uncaught errors, violations of the content policy. */
  readonly complaints: readonly string[]
  /** Quits the app and fails the test if the page complained. */
  readonly close: () => Promise<void>
}

/** A fresh folder for a profile that outlives one launch. */
export function makeUserDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'respite-e2e-'))
}

/** Collects a page's complaints. A violation of the content policy is a console error, too. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`error: ${String(error.stack)}`))
  return complaints
}

/**
 * Starts the built app in the runtime of the global setup and waits until it is ready.
 *
 * Two things made starts flaky in trials, so they are never done here:
 * - `page.goto('app://…#/route')` after the launch. The page is already the app's own, so only its hash changes, while
 *   the router's start writes the hash it read before: whichever came last won, and the route was lost in 29 of 40
 *   starts. Go by the app's own links, or set `location.hash` once the app is ready.
 * - `executablePath`. With it Playwright does not preload the part that holds the app's `ready` back until it is
 *   connected; 2 of 130 such starts never came out of the launch, none of 100 without it.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userDataDir = options.userDataDir ?? (await makeUserDataDir())
  const app = await _electron.launch({
    cwd: projectRoot,
    args: [`--user-data-dir=${userDataDir}`, '.', ...(options.args ?? [])],
  })
  // Whoever waits must outlast a restart of what draws: see keepDrawing.
  app.context().setDefaultTimeout(60_000)
  const page = await app.firstWindow()
  const complaints = collectComplaints(page)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  keepDrawing(app, page)
  const close = async () => {
    await app.close()
    if (options.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true })
    if (options.expectViolations !== true) expect(complaints).toEqual([])
  }
  return { app, page, userDataDir, complaints, close }
}
