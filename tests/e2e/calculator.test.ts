import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { chooseLanguage } from './support/walk.ts'

test('an advert is reckoned before there is a case', async () => {
  const { page, close } = await launchApp()
  await chooseLanguage(page, '中文')
  await page.getByRole('link', { name: '贷款算一算' }).click()
  await expect(page.getByTestId('advert-says')).toContainText('13.0%')
  await page.getByText('只知道到手和每期还多少').click()
  await page.getByLabel('到手金额').fill('10000')
  await page.getByLabel('每月还款').fill('1000')
  await page.getByLabel('还几个月').fill('12')
  await page.getByLabel('还几个月').blur()
  await expect(page.getByTestId('simple')).toContainText('35.07%')
  await close()
})
