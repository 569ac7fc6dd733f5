import { expect, test, type Page } from '@playwright/test'
import { chooseMenuItem } from './support/file-dialogs.ts'
import { launchApp } from './support/launch-app.ts'
import {
  chooseLanguage,
  goTo,
  openSample,
  startOwn,
  tabTo,
  typeInto,
  waitUntilSaved,
} from './support/walk.ts'

const LENDER = '乙消费金融公司（虚构）'

/** A whole loan in the new form, by Tab, letters and arrows only. */
async function fillByKeyboard(page: Page): Promise<void> {
  await typeInto(page, '出借方名称', LENDER)
  await tabTo(page, '出借方类型')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, '只知道到手多少、每期还多少')
  await page.keyboard.press('ArrowDown')
  await typeInto(page, '产品名称', '示例分期')
  await typeInto(page, '合同金额', '12000')
  await typeInto(page, '放款日', '2025-01-10')
  await typeInto(page, '期数', '12')
  await typeInto(page, '首期还款日', '2025-02-10')
  await typeInto(page, '合同利率', '24')
}

async function startOwnDebts(page: Page): Promise<void> {
  await chooseLanguage(page, '中文')
  await startOwn(page)
  await goTo(page, '债务')
  await page.getByRole('link', { name: '添加第一笔借款' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '添加借款' })).toBeVisible()
}

test('a loan is entered by keyboard alone, stands in the list and is changed', async () => {
  const { page, close } = await launchApp()
  await startOwnDebts(page)
  await fillByKeyboard(page)
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('loan-preview')).toContainText('¥1,134.72')
  await tabTo(page, '合同金额')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: LENDER })).toBeVisible()

  await goTo(page, '债务')
  const row = page.getByRole('row').filter({ hasText: LENDER })
  await expect(row).toContainText('示例分期')
  await expect(row).toContainText('逾期')
  await row.getByRole('link', { name: LENDER }).click()
  await page.getByRole('main').getByRole('link', { name: '修改' }).click()
  await page.getByLabel('产品名称').fill('改过的名字')
  await page.getByRole('button', { name: '保存借款' }).click()
  await expect(page.getByRole('heading', { level: 1, name: LENDER })).toBeVisible()
  await expect(page.getByText('改过的名字')).toBeVisible()

  await waitUntilSaved(page, '已保存')
  await page.reload()
  await expect(page.getByText('改过的名字')).toBeVisible()
  await close()
})

test('what was received and what is paid is enough: ten fields, and the true cost shows', async () => {
  const { page, close } = await launchApp()
  await startOwnDebts(page)
  await page.getByLabel('出借方名称').fill(LENDER)
  await page.getByLabel('出借方类型').selectOption('consumer-finance')
  await page.getByLabel('有金融牌照吗？').selectOption('yes')
  await page.getByLabel('实际到手金额').fill('10000')
  await page.getByLabel('每期应还').fill('893.33')
  await page.getByLabel('一共几期').fill('12')
  await page.getByRole('textbox', { name: '首期还款日' }).fill('2026-02-10')
  await page.getByLabel('已还清的期数').fill('2')
  await page.getByRole('textbox', { name: '最近一次还款日' }).fill('2026-03-12')
  await page.getByLabel('产品名称').fill('示例分期')
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('loan-preview')).toContainText('13.03%')
  await page.getByRole('button', { name: '保存借款' }).click()

  await expect(page.getByRole('heading', { level: 1, name: LENDER })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('13.03%')
  await expect(page.getByText('共 2 笔，合计 ¥1,786.66')).toBeVisible()
  await close()
})

test('what does not fit is refused beside its field and nothing is saved', async () => {
  const { page, close } = await launchApp()
  await startOwnDebts(page)
  await fillByKeyboard(page)
  await page.getByLabel('合同金额').fill('-5')
  await page.getByLabel('每月还款日').fill('32')
  await page.getByRole('textbox', { name: '首期还款日' }).fill('2025-01-01')
  await page.getByRole('button', { name: '保存借款' }).click()

  const field = (name: string) => page.locator(`[data-field="${name}"]`)
  await expect(field('principal').locator('.error')).toHaveText(/.+/)
  await expect(field('dueDay').locator('.error')).toHaveText(/.+/)
  await expect(field('firstDueOn').locator('.error')).toHaveText('早于放款日，请核对两个日期。')
  await expect(page.getByLabel('合同金额')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1, name: '添加借款' })).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: '债务', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '不保存就离开？' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('合同金额')).toHaveValue('-5')
  await page.getByRole('navigation').getByRole('link', { name: '债务', exact: true }).click()
  await page.getByRole('button', { name: '离开', exact: true }).click()
  await expect(page.getByText('先记下一笔借款')).toBeVisible()
  await close()
})

test('a payment is recorded, and a deleted loan comes back by undo', async () => {
  const { app, page, close } = await launchApp()
  await openSample(page, 'English')
  await goTo(page, 'Debts')
  await page.getByRole('link', { name: 'Loan Platform D (fictitious)' }).click()
  await page.getByRole('button', { name: 'Record a payment' }).click()
  await page.keyboard.type('1670.66')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('9 payments, ¥15,035.94 in all')).toBeVisible()

  await page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).first().click()
  await expect(page.getByRole('dialog')).toContainText('9 recorded payments')
  await page.getByRole('button', { name: 'Delete loan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Debts' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Loan Platform D (fictitious)' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo: removal of a loan' })).toBeEnabled()
  await chooseMenuItem(app, 'undo')
  await expect(page.getByRole('link', { name: 'Loan Platform D (fictitious)' })).toBeVisible()
  await close()
})
