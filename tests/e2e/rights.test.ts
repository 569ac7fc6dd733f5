import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { chooseLanguage, goTo } from './support/walk.ts'

test('help is found before anything was entered: a search, a topic and the way back', async () => {
  const { page, close } = await launchApp()
  await chooseLanguage(page, 'English')
  await goTo(page, 'Rights')
  await expect(page.getByText('12356', { exact: true })).toBeVisible()
  await page.getByLabel('Search the guide').fill('坐牢')
  await page.getByRole('link', { name: /Pay or go to prison/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is it true?')
  await page.getByRole('link', { name: 'Back to rights and help' }).click()
  await page.getByRole('link', { name: 'Check a message' }).click()
  await page.getByLabel('The message or advertisement').fill('Pay first, to my account')
  await page.getByRole('button', { name: 'Check it' }).click()
  await expect(page.getByTestId('scam-result')).toContainText('Some words are typical of scams')
  await close()
})
