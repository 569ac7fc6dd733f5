import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, openSample, waitUntilSaved } from './support/walk.ts'

test('a counter is written down, answers the board and is there after a reload', async () => {
  const { page, close } = await launchApp()
  await openSample(page, '中文')
  await goTo(page, '沟通')
  const loans = page.getByRole('article')
  await expect(loans.first().getByTestId('talk-stage')).toBeVisible()
  const name = (await loans.last().getByRole('heading').textContent()) ?? ''
  const loan = loans.filter({ has: page.getByRole('heading', { name, exact: true }) })

  await loan.getByRole('button', { name: /^记一次沟通/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('结果').selectOption({ label: '对方给了条件' })
  await dialog.getByLabel('金额').fill('300')
  await dialog.getByLabel('几个月').fill('36')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(loan.getByTestId('talk-stage')).toHaveText('对方给了条件')
  await expect(loan).toContainText('每月 ¥300.00 × 36个月')
  await waitUntilSaved(page, '已保存')

  await page.reload()
  await expect(loan.getByTestId('talk-stage')).toHaveText('对方给了条件')
  await close()
})

test.describe('in English', () => {
  const sample = shareSample('English')

  test('a promise is answered as it is typed, by the keyboard alone', async () => {
    const { page } = sample()
    await goTo(page, 'Talks')
    const answer = page.getByTestId('guard-answer')
    await page.getByLabel('Amount to promise').focus()
    await page.keyboard.type('1')
    await expect(answer).toContainText('promise')
    await page.keyboard.type('00000')
    await expect(answer).toContainText('Don’t promise this yet')
  })

  test('an agreement is checked while it is entered, and kept', async () => {
    const { page } = sample()
    await goTo(page, 'Talks')
    await page
      .getByRole('link', { name: /^Check an agreement/ })
      .first()
      .click()
    await page.getByLabel('Balance named in the agreement').fill('10000')
    await page.getByRole('textbox', { name: 'Each instalment' }).fill('1000')
    await page.getByLabel('Number of instalments').fill('12')
    await page.getByRole('textbox', { name: 'First one on' }).fill('2027-01-10')
    await page.getByRole('textbox', { name: 'First one on' }).press('Tab')
    await expect(page.getByTestId('agreement-total')).toHaveText('¥12,000.00')
    await expect(page.getByRole('complementary', { name: 'What the check found' })).toContainText(
      'Not stated:',
    )
    await page.getByRole('button', { name: 'Save this agreement' }).click()
    await expect(page.getByRole('link', { name: /^See the agreement/ })).toHaveCount(1)
  })
})
