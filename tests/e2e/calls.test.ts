import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { launchApp, makeUserDataDir, type LaunchedApp } from './support/launch-app.ts'
import { inspectPdf } from './support/inspect-pdf.ts'
import { readPdf } from './support/read-pdf.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, openSample, waitUntilSaved } from './support/walk.ts'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-calls-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Presses the digit that stands before these words. */
async function answer(page: Page, words: string): Promise<void> {
  const reply = page.getByTestId('rehearsal-now').getByRole('button').filter({ hasText: words })
  const digit = await reply.locator('kbd').textContent()
  await page.keyboard.press(digit ?? '')
}

/** Saves the sheets of some situations, and looks at each: one page, whatever the call. */
async function expectOnePage(
  { app, page }: LaunchedApp,
  { area, pick, save }: { readonly area: string; readonly pick: RegExp; readonly save: string },
): Promise<void> {
  await goTo(page, area)
  const links = page.getByRole('main').getByRole('link', { name: pick })
  const names = await links.allTextContents()
  for (const [n] of names.entries()) {
    const pdf = join(folder, `${String(n)}.pdf`)
    await goTo(page, area)
    await links.nth(n).click()
    await chooseSavePath(app, pdf)
    await page.getByRole('button', { name: save }).click()
    await expect(page.getByText(pdf)).toBeVisible({ timeout: 20_000 })
    const facts = await inspectPdf(pdf)
    expect(facts, names[n]).toMatchObject({ pages: 1, isTagged: true, poorFonts: [] })
    expect((await readPdf(pdf)).length).toBeGreaterThan(200)
  }
}

test.describe('in Chinese', () => {
  const sample = shareSample('中文')

  test('the sheet is one page, whatever the call', async () => {
    await expectOnePage(sample(), {
      area: '电话',
      pick: /^电话打到了单位|^对方辱骂|^打电话确认/,
      save: '小抄存为 PDF',
    })
  })
})

test.describe('in English', () => {
  const sample = shareSample('English')

  test('a situation is chosen, rehearsed by digits to the end and checked', async () => {
    const { page } = sample()
    await goTo(page, 'Calls')
    await page.getByRole('link', { name: /^The first collector’s call/ }).click()
    await page.getByRole('button', { name: 'Rehearse', exact: true }).first().click()
    await page.getByRole('heading', { level: 1 }).click()
    await answer(page, 'Hello. First, please tell me')
    await answer(page, 'I’m recording this so')
    await page.getByLabel('Or type your own answer').fill('Fine, 9,000 yuan tomorrow')
    await page.getByLabel('Or type your own answer').press('Enter')
    await expect(page.getByText(/¥9,000\.00 is more than the/)).toBeVisible()
    await page.getByRole('button', { name: 'Take that back' }).click()
    await answer(page, 'I do want to pay')
    await answer(page, 'asking for the penalty interest')
    await answer(page, 'I haven’t disappeared')
    await answer(page, 'I only pay through')
    await expect(page.getByTestId('goal-check')).toContainText('Everything that matters was said.')
  })

  test('the sheet is one page, whatever the call', async () => {
    await expectOnePage(sample(), {
      area: 'Calls',
      pick: /^They rang your workplace|^Abuse and threats|^Ringing to confirm/,
      save: 'Save it as PDF',
    })
  })
})

test('a call is logged by one key, and its entry is there after a restart', async () => {
  const userDataDir = await makeUserDataDir()
  const first = await launchApp({ userDataDir })
  await openSample(first.page, '中文')
  await goTo(first.page, '电话')
  await first.page.getByRole('link', { name: /^主动打给贷款机构/ }).click()
  await first.page.getByRole('button', { name: '通话中', exact: true }).click()
  await first.page.keyboard.press('5')
  await expect(first.page.getByTestId('live-part')).toContainText('您现在打算怎么还')
  await first.page.keyboard.press('l')
  await expect(first.page.getByLabel('怎么结束的？')).toBeFocused()
  await first.page.getByLabel('怎么结束的？').selectOption('no-answer')
  await first.page.getByLabel('说了什么').fill('工单号 0001，三天内回复')
  await first.page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(first.page.getByText('记好了')).toBeVisible()
  await waitUntilSaved(first.page, '已保存')
  await first.close()

  const second = await launchApp({ userDataDir })
  const exported = join(folder, 'case.json')
  await chooseSavePath(second.app, exported)
  await goTo(second.page, '设置')
  await second.page.getByTestId('export-case').click()
  await expect(second.page.getByText(exported)).toBeVisible()
  const { contacts } = JSON.parse(await readFile(exported, 'utf8')) as {
    contacts: { notes: string; direction: string; loan: string }[]
  }
  const logged = contacts.find(({ notes }) => notes.includes('工单号 0001'))
  expect(logged).toMatchObject({ direction: 'out', loan: 'l1' })
  await second.close()
  await rm(userDataDir, { recursive: true, force: true })
})
