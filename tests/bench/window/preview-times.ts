import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'

const ROUNDS = 15

export interface PreviewTimes {
  /** Milliseconds from the click until the pages are counted and drawn. */
  readonly times: readonly number[]
  readonly pages: number
  /** Why nothing was measured; null where it was. */
  readonly why: string | null
}

/** Opens the sample's first letter in the built app and looks at its pages again and again. */
export async function previewTimes(): Promise<PreviewTimes> {
  const none = (why: string): PreviewTimes => ({ times: [], pages: 0, why })
  if (!existsSync('out/main/index.js')) return none('the app is not built (npm run build).')
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined)
    return none('there is no display (xvfb-run -a npm run bench -- window).')
  const profile = await mkdtemp(join(tmpdir(), 'respite-bench-'))
  try {
    const app = await _electron.launch({ args: [`--user-data-dir=${profile}`, '.'] })
    try {
      return await measured(await app.firstWindow())
    } finally {
      await app.close()
    }
  } catch (thrown) {
    return none(thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown))
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}

async function measured(page: Page): Promise<PreviewTimes> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  await page.getByRole('main').getByRole('button', { name: '中文', exact: true }).click()
  await page.getByTestId('open-sample').click()
  await page.getByRole('navigation').getByRole('link', { name: '协商信', exact: true }).click()
  const open = page.getByRole('button', { name: '分页预览' })
  const count = page.getByTestId('page-count')
  const times: number[] = []
  let pages = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    await open.waitFor()
    times.push(await open.evaluate(clickAndWait))
    pages = Number(/共 (\d+) 页/.exec(await count.innerText())?.[1] ?? 0)
    await page.getByRole('button', { name: '返回普通显示' }).click()
  }
  return { times, pages, why: null }
}

/** Runs in the page: from the click until the pages are there and the next frame is drawn. */
async function clickAndWait(button: HTMLElement | SVGElement): Promise<number> {
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
  const start = performance.now()
  ;(button as HTMLElement).click()
  while (document.querySelector('[data-testid="page-count"]') === null) await frame()
  await frame()
  return performance.now() - start
}
