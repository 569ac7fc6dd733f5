import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** What goes with the page. */
interface Around {
  readonly app: ElectronApplication
  readonly profile: string
}

/** Waits until the page says that it can be used. It tells so itself: looking again and again would round the time up. */
const untilReady = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const html = document.documentElement
        const isReady = () => html.dataset['ready'] !== undefined
        if (isReady()) {
          resolve()
          return
        }
        const observer = new MutationObserver(() => {
          if (!isReady()) return
          observer.disconnect()
          resolve()
        })
        observer.observe(html, { attributes: true })
      }),
  )

/** Starts an app with a profile, does something with its ready page and gives what that answers. */
export async function withProfile<Answer>(
  folder: string,
  profile: string,
  work: (page: Page, around: Around) => Promise<Answer>,
  switches: readonly string[] = [],
): Promise<Answer> {
  const args = [...switches, `--user-data-dir=${profile}`, '.']
  const app = await _electron.launch({ cwd: folder, args })
  try {
    const page = await app.firstWindow()
    await untilReady(page)
    return await work(page, { app, profile })
  } finally {
    await app.close()
  }
}

/** The same with a profile that is fresh and does not stay. */
export async function withApp<Answer>(
  folder: string,
  work: (page: Page, around: Around) => Promise<Answer>,
  switches: readonly string[] = [],
): Promise<Answer> {
  const profile = await mkdtemp(join(tmpdir(), 'respite-bench-'))
  try {
    return await withProfile(folder, profile, work, switches)
  } finally {
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
