import { expect, test } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, openSample } from './support/walk.ts'

test.describe('of the sample', () => {
  const sample = shareSample('English')

  test('thirteen ways stand side by side, the optimum proved, and the one that fails is no advice', async () => {
    const { page } = sample()
    await goTo(page, 'Proposals')
    const cards = page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2 }) })
    const optimum = cards.filter({ hasText: 'All combinations were compared' })
    await expect(optimum.getByText('Proved cheapest')).toBeVisible({ timeout: 40_000 })
    await expect(cards.first()).toContainText('Recommended')
    await page.getByText(/^Not possible or not to be kept up/).click()
    await expect(cards).toHaveCount(13)
    await expect(page.getByText('Recommended', { exact: true })).toHaveCount(1)
    await page.getByRole('link', { name: /Catch up by the contracts/ }).click()
    await expect(page.getByText('it can’t become your plan')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Write the letter/ })).toHaveCount(0)
  })

  test('charts of a proposal have their numbers and follow language and look', async () => {
    const { page } = sample()
    await goTo(page, 'Proposals')
    await page.getByRole('link', { name: 'Open the recommended one' }).click()
    const chart = page.getByRole('figure', { name: 'How the debt comes down' })
    await expect(chart.getByRole('img')).toBeVisible()
    await chart.locator('summary').click()
    await expect(chart.getByRole('row').last()).toContainText('¥0.00')
    await page.getByRole('banner').getByRole('button', { name: '中文' }).click()
    const translated = page.getByRole('figure', { name: '欠款怎样一步步减少' })
    await expect(translated.getByRole('img')).toBeVisible()
    await page.getByRole('button', { name: '换成深色' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(translated.getByRole('img')).toBeVisible()
  })
})

test('a search that takes too long can be stopped, and taken up again', async () => {
  const { page, close } = await launchApp()
  await page.evaluate(() => {
    const real = window.Worker
    class Silent extends EventTarget {
      postMessage(): void {
        window.Worker = real
      }
      terminate(): void {
        document.documentElement.dataset['terminated'] = 'true'
      }
    }
    window.Worker = Silent as unknown as typeof Worker
  })
  await openSample(page, 'English')
  await goTo(page, 'Proposals')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText('You stopped the search')).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-terminated', 'true')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Proved cheapest', { exact: true })).toBeVisible({ timeout: 40_000 })
  await close()
})
