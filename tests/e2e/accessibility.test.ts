import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { goTo, openSample } from './support/walk.ts'

const AREAS = [
  'Overview',
  'Debts',
  'Budget',
  'Proposals',
  'Talks',
  'Calls',
  'Letter',
  'Plan',
  'Settings',
] as const

/** What axe finds on the screen that is shown, by WCAG 2.2 A and AA. */
async function findings(page: Page): Promise<readonly string[]> {
  // Its default mode opens a page of its own, which this app refuses.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any area in ${theme}`, async () => {
    const { page, close } = await launchApp()
    expect(await findings(page)).toEqual([])
    await openSample(page, 'English')
    if (theme === 'dark') await page.getByRole('button', { name: /dark/i }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    for (const area of AREAS) {
      await goTo(page, area)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      expect(await findings(page), area).toEqual([])
    }
    await close()
  })
}

test('axe finds nothing on a loan, its form and a proposal', async () => {
  const { page, close } = await launchApp()
  await openSample(page, 'English')
  await goTo(page, 'Debts')
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click()
  await expect(
    page.getByRole('link', { name: 'Edit' }).or(page.getByRole('button', { name: 'Edit' })),
  ).toBeVisible()
  expect(await findings(page), 'loan').toEqual([])
  await page
    .getByRole('link', { name: 'Edit' })
    .or(page.getByRole('button', { name: 'Edit' }))
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await findings(page), 'form').toEqual([])
  await goTo(page, 'Proposals')
  await page.getByRole('link', { name: 'Open the recommended one' }).click()
  await expect(page.getByRole('figure').first()).toBeVisible()
  expect(await findings(page), 'proposal').toEqual([])
  await close()
})
