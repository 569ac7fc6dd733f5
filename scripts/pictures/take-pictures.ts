import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { projectRoot } from '../project.ts'
import { runEntry, say } from '../report.ts'
import {
  acceptProposal,
  ALL_PAGES,
  goToPage,
  PLAN_PAGES,
  README_PAGES,
  takeWhole,
  takeWindow,
  type Pictured,
} from './pages.ts'
import { asWebp, contactSheet } from './webp.ts'

interface Round {
  readonly locale: 'zh-CN' | 'en'
  readonly theme: 'light' | 'dark'
  readonly size: readonly [width: number, height: number]
}

const USUAL_SIZE = [1280, 800] as const
const SIZES = [USUAL_SIZE, [1024, 700]] as const

async function openSample(page: Page, app: ElectronApplication, round: Round): Promise<void> {
  const [width, height] = round.size
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  )
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: round.theme })
  await page.locator(`main button[lang="${round.locale}"]`).click()
  await page.getByTestId('open-sample').click()
  await page.getByTestId('nav-debts').waitFor()
}

/** Starts the built app on a fresh profile with the sample case and hands over its window. */
async function withSample<Answer>(
  round: Round,
  work: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const profile = await mkdtemp(join(tmpdir(), 'respite-pictures-'))
  const app = await _electron.launch({
    cwd: projectRoot,
    args: [`--user-data-dir=${profile}`, '.'],
  })
  try {
    const page = await app.firstWindow()
    await openSample(page, app, round)
    return await work(page)
  } finally {
    await app.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** The window's picture of each page, or the whole page's. */
async function takeAll(
  page: Page,
  pages: readonly Pictured[],
  take: (page: Page) => Promise<Buffer>,
): Promise<Map<string, Buffer>> {
  const taken = new Map<string, Buffer>()
  for (const one of pages) {
    await goToPage(page, one)
    taken.set(one.name, await take(page))
  }
  return taken
}

/** The pictures of the README: the sample case, light, in both languages. */
async function takeForReadme(): Promise<void> {
  const folder = join(projectRoot, 'docs/images')
  await mkdir(folder, { recursive: true })
  const pages = ALL_PAGES.filter(({ name }) => README_PAGES.some((known) => known === name))
  for (const locale of ['zh-CN', 'en'] as const) {
    await withSample({ locale, theme: 'light', size: USUAL_SIZE }, async (page) => {
      for (const [name, png] of await takeAll(page, pages, takeWindow))
        await writeFile(join(folder, `${name}.${locale}.webp`), await asWebp(page, png, 960))
    })
  }
  say(`Pictures: ${folder}`)
}

const ROUNDS: readonly Round[] = (['zh-CN', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) => SIZES.map((size) => ({ locale, theme, size }))),
)

const nameOf = ({ locale, theme, size }: Round): string => `${locale}-${theme}-${size.join('x')}`

/** Every page of a round as a file of its own, and one sheet of them all. */
async function takeRound(round: Round): Promise<void> {
  const name = nameOf(round)
  const shelf = join(projectRoot, '.cache/pictures')
  const folder = join(shelf, name)
  await mkdir(folder, { recursive: true })
  await withSample(round, async (page) => {
    const taken = await takeAll(page, ALL_PAGES, takeWhole)
    await acceptProposal(page)
    for (const [picture, png] of await takeAll(page, PLAN_PAGES, takeWhole)) taken.set(picture, png)
    for (const [picture, png] of taken) await writeFile(join(folder, `${picture}.png`), png)
    await writeFile(join(shelf, `${name}.webp`), await contactSheet(page, [...taken.values()]))
    say(`${name}: ${String(taken.size)} pages`)
  })
}

// Takes pictures of the built app with the sample case: `npm run pictures` for the README,
// `npm run pictures -- all` for every page in both languages, themes and sizes, to be looked at,
// `npm run pictures -- all en-dark` for the rounds whose name has these words.
await runEntry(async () => {
  const [what, words = ''] = process.argv.slice(2)
  if (what !== 'all') await takeForReadme()
  else for (const round of ROUNDS) if (nameOf(round).includes(words)) await takeRound(round)
  return 0
})
