import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** What goes with the page. */
interface Around {
  readonly app: ElectronApplication
  readonly profile: string
}

/** Starts an app with a fresh profile, does something with its ready page and gives what that answers. */
export async function withApp<Answer>(
  folder: string,
  work: (page: Page, around: Around) => Promise<Answer>,
): Promise<Answer> {
  const profile = await mkdtemp(join(tmpdir(), 'respite-bench-'))
  const app = await _electron.launch({ cwd: folder, args: [`--user-data-dir=${profile}`, '.'] })
  try {
    const page = await app.firstWindow()
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    return await work(page, { app, profile })
  } finally {
    await app.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Opens the sample case of a fresh profile. */
export async function openSample(page: Page): Promise<void> {
  await page.getByTestId('open-sample').click()
  await page.getByTestId('nav-debts').waitFor()
}

/** Goes to a page by its address and waits until it is there. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#${path}`)
  await page.locator('main :is(h1, h2)').first().waitFor()
}
