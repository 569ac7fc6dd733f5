import { expect, test } from '@playwright/test'
import { findings, findingsInBothThemes } from './support/axe.ts'
import { chooseMenuItem } from './support/file-dialogs.ts'
import { launchApp } from './support/launch-app.ts'
import { shareSample } from './support/share-app.ts'
import { chooseLanguage, goTo, startOwn } from './support/walk.ts'

const AREAS = [
  'Overview',
  'Where you stand',
  'Debts',
  'Budget',
  'True cost',
  'Proposals',
  'Talks',
  'Calls',
  'Letter',
  'Contact log',
  'Rights',
  'Plan',
  'Settings',
] as const

test.describe('of the sample', () => {
  const sample = shareSample('English')

  test('axe finds nothing on a loan, its form and a proposal', async () => {
    const { page } = sample()
    await goTo(page, 'Debts')
    await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click()
    await expect(
      page.getByRole('link', { name: 'Edit' }).or(page.getByRole('button', { name: 'Edit' })),
    ).toBeVisible()
    expect(await findingsInBothThemes(page), 'loan').toEqual([])
    await page
      .getByRole('link', { name: 'Edit' })
      .or(page.getByRole('button', { name: 'Edit' }))
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findingsInBothThemes(page), 'form').toEqual([])
    await goTo(page, 'Proposals')
    await page.getByRole('link', { name: 'Open the recommended one' }).click()
    await expect(page.getByRole('figure').first()).toBeVisible()
    expect(await findingsInBothThemes(page), 'proposal').toEqual([])
  })

  test('axe finds nothing on the pages of a plan and on the form for a payment', async () => {
    const { app, page } = sample()
    await goTo(page, 'Proposals')
    await page.getByRole('link', { name: 'Open the recommended one' }).click()
    await page.getByRole('button', { name: 'Follow this proposal' }).click()
    await page.getByRole('button', { name: 'Make it my plan' }).click()
    for (const name of ['Plan', 'Agenda', 'Payments', 'Compare', 'Review', 'Changes']) {
      await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      expect(await findingsInBothThemes(page), name).toEqual([])
    }
    await chooseMenuItem(app, 'payment-new')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await findingsInBothThemes(page), 'payment').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('axe finds nothing on any area, in the light or in the dark', async () => {
    const { page } = sample()
    for (const area of AREAS) {
      await goTo(page, area)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      expect(await findingsInBothThemes(page), area).toEqual([])
    }
    // The theme that the person chooses is what was looked at.
    await page.getByRole('button', { name: /dark/i }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await findings(page), 'chosen').toEqual([])
  })

  test('at 200 % and in forced colours nothing runs out of the window sideways', async () => {
    const { app, page } = sample()
    await page.emulateMedia({ forcedColors: 'active' })
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
    )
    const wide: string[] = []
    for (const area of AREAS) {
      await goTo(page, area)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (overflow > 1) wide.push(area)
    }
    expect(wide).toEqual([])
  })
})

test('axe finds nothing on the guided way, the guide and what opens on top', async () => {
  const { app, page, close } = await launchApp()
  expect(await findingsInBothThemes(page), 'the first page').toEqual([])
  await chooseLanguage(page, 'English')
  await startOwn(page)
  await expect(page.getByLabel(/who lent you/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('guide').locator('.error')).toBeVisible()
  expect(await findingsInBothThemes(page), 'a question with its reason').toEqual([])
  await page.getByRole('button', { name: 'Skip to the budget' }).click()
  await page.getByRole('button', { name: 'Skip to the result' }).click()
  await expect(page.getByRole('heading', { name: 'This is where you stand' })).toBeFocused()
  expect(await findingsInBothThemes(page), 'the result').toEqual([])

  const choose = (item: string) =>
    app.evaluate(
      ({ Menu }, id) => void Menu.getApplicationMenu()?.getMenuItemById(id)?.click(),
      item,
    )
  await choose('manual')
  await expect(page.getByTestId('manual-text')).toBeVisible()
  expect(await findingsInBothThemes(page), 'the user guide').toEqual([])
  await choose('palette')
  await expect(page.getByTestId('palette')).toBeVisible()
  expect(await findingsInBothThemes(page), 'the palette').toEqual([])
  await page.keyboard.press('Escape')
  await choose('shortcuts')
  await expect(page.getByTestId('shortcut-sheet')).toBeVisible()
  expect(await findingsInBothThemes(page), 'the shortcuts').toEqual([])
  await close()
})
