import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { chooseLanguage, goTo, startOwn, waitUntilSaved } from './support/walk.ts'

test('rows of the budget are saved as they are typed and there after a reload', async () => {
  const { page, close } = await launchApp()
  await chooseLanguage(page, '中文')
  await startOwn(page)
  await goTo(page, '收支')

  await page.getByRole('main').getByRole('button', { name: '添加收入' }).first().click()
  await page.keyboard.type('工资')
  await page.keyboard.press('Tab')
  await page.keyboard.type('5000')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '+ 房租' }).click()
  await page.keyboard.type('1500')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('affordable')).toHaveText('¥3,150.00')
  await waitUntilSaved(page, '已保存')

  await page.reload()
  await expect(page.getByLabel('收入项目')).toHaveValue('工资')
  await expect(page.getByTestId('affordable')).toHaveText('¥3,150.00')

  await page.getByRole('button', { name: '删除“房租”' }).click()
  await expect(page.getByTestId('affordable')).toHaveText('¥4,500.00')
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByTestId('affordable')).toHaveText('¥3,150.00')
  await close()
})

test('a negative amount, a day of 32 and an end before its start are refused beside the field', async () => {
  const { page, close } = await launchApp()
  await chooseLanguage(page, '中文')
  await startOwn(page)
  await goTo(page, '收支')
  await page.getByRole('button', { name: '+ 房租' }).click()
  await page.keyboard.type('1500')
  await page.keyboard.press('Enter')

  const row = page.locator('[data-list="expenses"] > li')
  const refuse = async (name: string, text: string) => {
    const field = row.locator(`[data-field="${name}"]`)
    await field.getByRole('textbox').fill(text)
    await field.getByRole('textbox').press('Tab')
    await expect(field.locator('.error')).toHaveText(/.+/)
    await expect(field.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  }
  await refuse('amount', '-1')
  await refuse('day', '32')
  await row.getByText('更多', { exact: true }).click()
  await row.locator('[data-field="from"]').getByRole('textbox').fill('2026-05-01')
  await refuse('until', '2026-04-30')
  await waitUntilSaved(page, '已保存')

  await page.reload()
  await expect(row.locator('[data-field="amount"]').getByRole('textbox')).toHaveValue('1,500.00')
  await expect(row.locator('[data-field="day"]').getByRole('textbox')).toHaveValue('')
  await close()
})
