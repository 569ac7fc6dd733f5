import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { goTo, openSample, planRow } from './support/walk.ts'

test('a part is paid, taken back, and the plan is dropped and brought back', async () => {
  const { page, close } = await launchApp()
  await openSample(page, '中文')
  await goTo(page, '计划')
  await page.getByRole('main').getByRole('link', { name: '去看方案' }).click()
  await page.getByRole('link', { name: '查看推荐方案' }).click()
  await page.getByRole('button', { name: '按这个方案执行' }).click()
  await page.getByRole('button', { name: '定为我的计划' }).click()

  const row = planRow(page)
  await row.getByRole('button', { name: /^记一笔还款/ }).click()
  await row.getByLabel('还了多少').fill('100')
  await row.getByLabel('还了多少').press('Enter')
  await expect(row).toContainText('还了一部分')
  await page.getByRole('main').getByRole('button', { name: '撤销', exact: true }).click()
  await expect(row).toContainText('还没到')

  await page.getByRole('button', { name: '不再用这份计划' }).click()
  await page.getByRole('button', { name: '不再使用', exact: true }).click()
  await expect(page.getByText('还没有计划')).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: /^撤销/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的计划' })).toBeVisible()
  await close()
})
