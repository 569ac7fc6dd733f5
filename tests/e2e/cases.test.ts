import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { openSample } from './support/walk.ts'

test('a second case is made, kept apart, found by its name and copied for a what-if', async () => {
  const { app, page, close } = await launchApp()
  const choose = (id: string): Promise<void> =>
    app.evaluate(({ Menu }, item) => {
      Menu.getApplicationMenu()?.getMenuItemById(item)?.click()
    }, id)
  await openSample(page, '中文')
  await page.getByTestId('case-menu').getByRole('button').click()
  await page.getByRole('menuitem', { name: '所有档案…' }).click()
  await expect(page.getByTestId('case-row')).toHaveCount(1)
  await page.getByTestId('new-case').click()
  await page.getByLabel('档案名称').fill('妈妈')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByTestId('case-menu')).toContainText('妈妈')
  await expect(page).toHaveTitle(/妈妈/)
  await choose('palette')
  await page.getByTestId('palette').getByRole('combobox').fill('虚构')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sample-notice')).toBeVisible()
  await choose('case-list')
  await expect(page.getByTestId('case-row')).toHaveCount(2)
  const sample = page.getByTestId('case-row').filter({ hasText: '虚构的示例' })
  await expect(sample).toContainText('¥')
  await page.getByRole('button', { name: '对“示例（虚构）”的操作' }).click()
  await page.getByRole('menuitem', { name: '复制一份试算' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByTestId('case-row')).toHaveCount(3)
  await close()
})
