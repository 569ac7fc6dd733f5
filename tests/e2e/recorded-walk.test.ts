import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { CountedWalk } from './support/counted-walk.ts'
import { chooseOpenPath, chooseSavePath } from './support/file-dialogs.ts'
import { launchApp, type LaunchedApp } from './support/launch-app.ts'
import { readPdf } from './support/read-pdf.ts'
import { wordsIn, type Locale } from './support/said.ts'
import { planRow } from './support/walk.ts'

/** The whole way of a case, from the first start to a fresh computer, in the words of one language. */
interface Walk extends LaunchedApp {
  readonly walk: CountedWalk
  readonly say: (key: string) => string
  readonly folder: string
}

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-recorded-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** The days ago, as a date field takes them. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const PASSPHRASE = 'orchard lantern'
/** A secret is dear to try on purpose and a page takes time to print: on a busy machine many seconds. */
const SLOW = { timeout: 30_000 }

const LENDER: Readonly<Record<Locale, string>> = { 'zh-CN': '甲银行', en: 'Bank A' }

/** Answers the twelve questions with the keyboard, and comes to a first proposal. */
async function answerQuestions({ page, walk, say }: Walk, lender: string): Promise<void> {
  const answer = async (question: string, text: string): Promise<void> => {
    await expect(page.getByRole('textbox', { name: say(`start.ask.${question}`) })).toBeFocused()
    await walk.type(text)
    await walk.press('Enter')
  }
  await walk.press('Enter')
  await answer('lender', lender)
  await answer('received', '10000')
  await answer('instalment', '893.33')
  await answer('count', '12')
  await answer('paid', '3')
  await answer('due', daysAgo(40))
  await expect(page.getByRole('heading', { name: say('start.ask.more') })).toBeFocused()
  await walk.press('Tab')
  await walk.press('Enter')
  await answer('income', '5000')
  await answer('housing', '1500')
  await answer('food', '1200')
  await answer('living', '800')
  await answer('cash', '0')
  await expect(page.getByTestId('first-proposal')).toContainText(lender)
}

/** Rehearses the first call by its digits to the end, and writes down the real one. */
async function rehearseAndCall({ page, walk, say }: Walk): Promise<void> {
  await walk.click(page.getByTestId('nav-calls'))
  await walk.click(page.locator('main a[href^="#/calls/"]').first())
  await walk.click(
    page.getByRole('button', { name: say('calls.mode.rehearse'), exact: true }).first(),
  )
  await page.getByRole('heading', { level: 1 }).focus()
  const said = page.getByRole('list', { name: say('calls.rehearse.label') }).locator('> li')
  const over = page.getByRole('heading', { name: say('calls.rehearse.ended') })
  for (let turn = 1; turn <= 12 && !(await over.isVisible()); turn += 1) {
    await walk.press('1')
    await expect(said).toHaveCount(turn)
  }
  await walk.click(page.getByRole('button', { name: say('calls.rehearse.toLive') }))
  await page.getByRole('heading', { level: 1 }).focus()
  await walk.press('l')
  await expect(page.getByLabel(say('calls.log.ending'))).toBeFocused()
  await walk.press('ArrowDown')
  await walk.click(page.getByRole('button', { name: say('calls.log.save'), exact: true }))
  await expect(page.getByText(say('calls.log.saved'))).toBeVisible()
}

async function saveLetter({ app, page, walk, say }: Walk, isOwn: boolean): Promise<void> {
  const pdf = join(folder, 'letter.pdf')
  await chooseSavePath(app, pdf)
  await walk.click(page.getByTestId('nav-letter'))
  if (isOwn) {
    await walk.click(page.getByLabel(say('letter.field.name')))
    await walk.type('Lin')
    await walk.press('Enter')
  }
  await walk.click(page.getByRole('button', { name: say('shared.action.savePdf') }))
  await expect(page.getByText(pdf)).toBeVisible(SLOW)
  expect((await readPdf(pdf)).length).toBeGreaterThan(300)
}

async function acceptAndPay({ page, walk, say }: Walk): Promise<void> {
  await walk.click(page.getByTestId('nav-proposals'))
  await walk.click(page.getByTestId('next-step').getByRole('link'))
  await walk.click(page.getByRole('button', { name: say('proposals.accept.action') }))
  await walk.click(page.getByRole('button', { name: say('proposals.accept.confirm') }))
  await expect(page.getByRole('heading', { level: 1, name: say('plan.title') })).toBeVisible()
  walk.step('payment')
  await walk.click(planRow(page).getByRole('button'))
  await expect(page.getByRole('button', { name: say('plan.pay.confirm') })).toBeFocused()
  await walk.press('Enter')
  await expect(planRow(page)).toContainText(say('plan.status.paid'))
}

async function packEvidence({ app, page, walk }: Walk): Promise<void> {
  const shelf = join(folder, 'evidence')
  await mkdir(shelf)
  await chooseOpenPath(app, shelf)
  await walk.click(page.getByTestId('nav-rights'))
  await walk.click(page.locator('main a[href="#/rights/evidence-pack"]').first())
  await walk.click(page.getByTestId('save-evidence'))
  await expect(page.getByTestId('seal')).toBeVisible(SLOW)
  const [pack = ''] = await readdir(shelf)
  expect((await readdir(join(shelf, pack))).toSorted()).toEqual([
    'index.pdf',
    'log.jsonl',
    'manifest.json',
  ])
}

/** Saves an encrypted copy of the case and opens it in an app that has never seen it. */
async function moveToFreshProfile(one: Walk, locale: Locale): Promise<void> {
  const { walk, say, page } = one
  const copy = join(folder, 'copy.respite')
  await chooseSavePath(one.app, copy)
  await walk.click(page.getByTestId('nav-settings'))
  await walk.click(page.getByTestId('copy-open'))
  await expect(page.getByRole('dialog').getByLabel(say('backup.copy.its'))).toBeFocused()
  await walk.type(PASSPHRASE)
  await walk.click(page.getByRole('dialog').getByLabel(say('settings.lock.again')))
  await walk.type(PASSPHRASE)
  await walk.press('Enter')
  await expect(page.getByText(copy)).toBeVisible(SLOW)
  await one.close()
  walk.step('fresh profile')
  const fresh = await launchApp()
  walk.goOnWith(fresh.page)
  await chooseOpenPath(fresh.app, copy)
  await walk.click(fresh.page.locator(`main button[lang="${locale}"]`))
  await walk.click(fresh.page.getByTestId('import-case'))
  const dialog = fresh.page.getByTestId('copy-dialog')
  await walk.click(dialog.getByLabel(say('backup.copy.its')))
  await walk.type(PASSPHRASE)
  await walk.press('Enter')
  await expect(dialog).toHaveCount(0, SLOW)
  await walk.click(fresh.page.getByTestId('nav-plan'))
  await expect(planRow(fresh.page)).toContainText(say('plan.status.paid'))
  await fresh.close()
}

async function begin(page: Page, walk: CountedWalk, locale: Locale): Promise<void> {
  walk.step('first start')
  await walk.click(page.locator(`main button[lang="${locale}"]`))
}

for (const locale of ['zh-CN', 'en'] as const)
  for (const kind of ['sample', 'own case'] as const)
    test(`the whole way in ${locale}, ${kind}: every step counted`, async () => {
      test.setTimeout(120_000)
      const launched = await launchApp({ userDataDir: join(folder, 'profile') })
      const { page } = launched
      const walk = new CountedWalk(page)
      const one: Walk = { ...launched, walk, say: wordsIn(locale), folder }
      await begin(page, walk, locale)
      if (kind === 'own case') {
        await page.getByTestId('start-own').focus()
        walk.step('guided entry')
        await answerQuestions(one, LENDER[locale])
      } else await walk.click(page.getByTestId('open-sample'))
      walk.step('rehearsal')
      await rehearseAndCall(one)
      walk.step('letter')
      await saveLetter(one, kind === 'own case')
      walk.step('plan')
      await acceptAndPay(one)
      walk.step('evidence pack')
      await packEvidence(one)
      walk.step('encrypted copy')
      await moveToFreshProfile(one, locale)
      console.log(walk.report(`${locale}, ${kind}`))
      expect(walk.total.clicks).toBeLessThanOrEqual(26)
      expect(walk.total.keys).toBeLessThanOrEqual(130)
    })
