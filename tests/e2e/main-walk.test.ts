import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { launchApp } from './support/launch-app.ts'
import { readPdf } from './support/read-pdf.ts'
import {
  chooseLanguage,
  goTo,
  letterSheet,
  planRow,
  startOwn,
  tabTo,
  typeInto,
  waitUntilSaved,
} from './support/walk.ts'

const LENDER = '甲银行（虚构）'
const PERSON = '林小路（虚构）'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-walk-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** The 10th of the month, some months from this one, as the form takes it. */
function tenth(months: number): string {
  const now = new Date()
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 10))
  return day.toISOString().slice(0, 10)
}

async function enterLoanByKeyboard(page: Page): Promise<void> {
  await typeInto(page, '出借方名称', LENDER)
  await tabTo(page, '出借方类型')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, '只知道到手多少、每期还多少')
  await page.keyboard.press('ArrowDown')
  await typeInto(page, '合同金额', '12000')
  await typeInto(page, '放款日', tenth(-8))
  await typeInto(page, '期数', '12')
  await typeInto(page, '首期还款日', tenth(-7))
  await typeInto(page, '合同利率', '18')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(LENDER)
}

async function enterBudget(page: Page): Promise<void> {
  await page.getByTestId('next-step').getByRole('button', { name: '添加收入' }).click()
  await expect(page.getByLabel('收入项目')).toBeFocused()
  await page.keyboard.type('工资')
  await typeInto(page, '金额', '3600')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '+ 房租' }).click()
  await expect(page.getByLabel('金额').last()).toBeFocused()
  await page.keyboard.type('2500')
  await page.keyboard.press('Tab')
  await page.getByLabel('现金和存款').fill('1500')
  await page.keyboard.press('Tab')
}

/** The amount and the number of months that the proposal asks for, and its sum, as they are shown. */
async function readOffer(page: Page) {
  const part = page.getByRole('article').filter({ hasText: LENDER }).first()
  const terms = await part.getByText(/×/).innerText()
  const total = await part.locator('dd').last().innerText()
  return { monthly: terms.split('×')[0]!.trim(), total: total.trim() }
}

const inLetter = (amount: string): string => `${amount.replace('¥', '')}元`

test('from a loan typed on the keyboard to a letter and a plan that are there again', async () => {
  const pdf = join(folder, '协商信.pdf')
  const first = await launchApp({ userDataDir: join(folder, 'profile') })
  const { app, page } = first
  await chooseLanguage(page, '中文')
  await startOwn(page)
  await page.getByRole('link', { name: '用完整表单填写' }).click()
  await enterLoanByKeyboard(page)

  await goTo(page, '收支')
  await enterBudget(page)

  await goTo(page, '方案')
  await page.getByRole('link', { name: '查看推荐方案' }).click()
  const offer = await readOffer(page)
  await page.getByRole('button', { name: '按这个方案执行' }).click()
  await page.getByRole('button', { name: '定为我的计划' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的计划' })).toBeVisible()
  await expect(planRow(page)).toContainText(offer.monthly)

  await goTo(page, '协商信')
  await page.getByLabel('您的姓名').fill(PERSON)
  await page.getByLabel('您的姓名').press('Enter')
  await expect(letterSheet(page)).toContainText(PERSON)
  await chooseSavePath(app, pdf)
  await page.getByRole('button', { name: '存为 PDF' }).click()
  await expect(page.getByText(`已保存到 ${pdf}`)).toBeVisible()
  const letter = await readPdf(pdf)
  for (const part of [PERSON, LENDER, inLetter(offer.monthly), inLetter(offer.total)])
    expect(letter).toContain(part)

  await goTo(page, '计划')
  await page
    .getByRole('button', { name: /^记一笔还款/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: '记下' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(planRow(page)).toContainText('已还清')
  await waitUntilSaved(page, '已保存')
  await first.close()

  const second = await launchApp({ userDataDir: join(folder, 'profile') })
  await goTo(second.page, '债务')
  await expect(second.page.getByText(LENDER).first()).toBeVisible()
  await goTo(second.page, '收支')
  await expect(second.page.getByLabel('收入项目').first()).toHaveValue('工资')
  await goTo(second.page, '计划')
  await expect(planRow(second.page)).toContainText('已还清')
  await expect(planRow(second.page)).toContainText(offer.monthly)
  await goTo(second.page, '协商信')
  await expect(letterSheet(second.page)).toContainText(PERSON)
  await second.close()
})

type Way = 'Tab' | 'Shift+Tab'

/** Goes with the Tab key, or back with Shift, to a control; a mouse is never touched. */
async function reach(page: Page, control: Locator, way: Way = 'Tab'): Promise<void> {
  // Proposals are recommended only when the search is over.
  await control.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(way)
  }
  throw new Error(`no ${way} leads to ${String(control)}`)
}

async function press(page: Page, control: Locator, way: Way = 'Tab'): Promise<void> {
  await reach(page, control, way)
  await page.keyboard.press('Enter')
}

/** Goes back from a page's heading to the navigation, and to an area. */
async function goByKeyboard(page: Page, area: string, title: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: area, exact: true })
  await press(page, link, 'Shift+Tab')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
}

test('by keyboard alone: from the sample to a letter in English, a plan and an instalment paid', async () => {
  const pdf = join(folder, 'letter.pdf')
  const first = await launchApp({ userDataDir: join(folder, 'profile') })
  const { app, page } = first
  await press(page, page.getByRole('main').getByRole('button', { name: 'English', exact: true }))
  await press(page, page.getByTestId('open-sample'))
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  // The menu key opens what can be done with the row that has the focus, and leads back to it.
  await goByKeyboard(page, 'Debts', 'Debts')
  const loan = page.getByRole('main').getByRole('link', { name: 'Loan Platform D (fictitious)' })
  await reach(page, loan)
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(loan).toBeFocused()

  await goByKeyboard(page, 'Proposals', 'Proposals')
  await press(page, page.getByRole('link', { name: 'Open the recommended one' }))
  const part = page.getByRole('article').filter({ hasText: 'Bank A (fictitious)' }).first()
  const monthly = (await part.getByText(/×/).innerText()).split('×')[0]!.trim()
  await press(page, part.getByRole('link', { name: /^Write the letter/ }))
  await reach(page, page.getByLabel('Language of the letter'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Language of the letter')).toHaveValue('en')
  await chooseSavePath(app, pdf)
  await press(page, page.getByRole('button', { name: 'Save as PDF' }))
  await expect(page.getByText(`Saved to ${pdf}`)).toBeVisible()
  const letter = await readPdf(pdf)
  for (const words of ['Bank A (fictitious)', 'Lin Xiaozhou', monthly.replace('¥', '')])
    expect(letter).toContain(words)

  await goByKeyboard(page, 'Proposals', 'Proposals')
  await press(page, page.getByRole('link', { name: 'Open the recommended one' }))
  await press(page, page.getByRole('button', { name: 'Follow this proposal' }))
  await press(page, page.getByRole('button', { name: 'Make it my plan' }))
  await expect(page.getByRole('heading', { level: 1, name: 'My plan' })).toBeFocused()
  await press(page, page.getByRole('button', { name: /^Mark paid/ }).first())
  await expect(page.getByRole('button', { name: 'Record' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Recorded' })).toBeVisible()
  await waitUntilSaved(page, 'Saved')
  await first.close()

  const second = await launchApp({ userDataDir: join(folder, 'profile') })
  await goTo(second.page, 'Plan')
  await expect(planRow(second.page)).toContainText('Paid')
  await second.close()
})
