import { expect, test, type Locator, type Page } from '@playwright/test'
import { findingsInBothThemes } from './support/axe.ts'
import { launchApp } from './support/launch-app.ts'
import { shareSample } from './support/share-app.ts'
import { chooseLanguage, goTo, startOwn } from './support/walk.ts'

/** Pages that lead on from an area. */
const PAGES = [
  '/debts/new',
  '/proposals/compare',
  '/proposals/what-if',
  '/contacts/times',
  '/contacts/check-up',
  '/rights/stages-of-collection',
  '/rights/scam-check',
  '/rights/evidence-pack',
  '/rights/complaints',
  '/rights/how-to-complain',
  '/plan/payments',
  '/cases',
] as const

const AREAS = ['Budget', 'Proposals', 'Talks', 'Calls', 'Letter', 'Contact log', 'Rights', 'Plan']

async function openPage(page: Page, path: string): Promise<void> {
  const title = page.getByRole('main').getByRole('heading', { level: 1 }).first()
  const before = await title.innerText()
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#${path}`)
  await expect(title).not.toHaveText(before)
}

/** How far its middle is from that of the window's height. */
const besideTheMiddle = (dialog: Locator): Promise<number> =>
  dialog.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return (top + bottom - window.innerHeight) / 2
  })

/** Opens a dialog by the keyboard, looks at it and leaves it again: the focus is where it was. */
async function openAndLeave(
  page: Page,
  opener: Locator,
  leave: 'Escape' | 'Cancel',
): Promise<void> {
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const title = await dialog.getByRole('heading').first().innerText()
  expect(Math.abs(await besideTheMiddle(dialog)), title).toBeLessThanOrEqual(1)
  expect(await findingsInBothThemes(page), title).toEqual([])
  if (leave === 'Escape') await page.keyboard.press('Escape')
  else {
    await dialog.getByRole('button', { name: 'Cancel' }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(dialog, title).toHaveCount(0)
  await expect(opener, title).toBeFocused()
}

test('axe finds nothing where there is nothing yet', async () => {
  const { page, close } = await launchApp()
  await chooseLanguage(page, 'English')
  await startOwn(page)
  for (const area of ['Overview', 'Debts', ...AREAS]) {
    await goTo(page, area)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    expect(await findingsInBothThemes(page), area).toEqual([])
  }
  await close()
})

test.describe('of the sample', () => {
  const sample = shareSample('English')

  test('axe finds nothing on the pages below the areas', async () => {
    const { page } = sample()
    for (const path of PAGES) {
      await openPage(page, path)
      expect(await findingsInBothThemes(page), path).toEqual([])
    }
  })

  test('every dialog is sound and gives the focus back', async () => {
    const { page } = sample()
    const button = (name: string | RegExp): Locator =>
      page.getByRole('main').getByRole('button', { name }).first()
    await goTo(page, 'Contact log')
    await openAndLeave(page, button('Write down a contact'), 'Cancel')
    await openAndLeave(page, button('Paste texts or a call list'), 'Escape')
    await openPage(page, '/contacts/check-up')
    await openAndLeave(page, button('Add somebody'), 'Cancel')
    await goTo(page, 'Talks')
    await openAndLeave(page, button(/^Write down a talk/), 'Escape')
    await openPage(page, '/rights/complaints')
    await openAndLeave(page, button(/^I have complained/), 'Cancel')
    await goTo(page, 'Debts')
    await page.getByRole('link', { name: 'Loan Platform D (fictitious)' }).click()
    await openAndLeave(page, button('Record a payment'), 'Cancel')
    await openAndLeave(page, button('Enter their figures'), 'Escape')
    await openAndLeave(page, button(/^Delete$/), 'Escape')
    await goTo(page, 'Settings')
    await openAndLeave(page, page.getByTestId('set-lock'), 'Cancel')
  })

  test('a form that is left unfilled names its faults, and axe finds nothing on them', async () => {
    const { page } = sample()
    await goTo(page, 'Debts')
    await page.getByRole('link', { name: 'Add a loan' }).click()
    await page.getByRole('button', { name: 'Save loan' }).click()
    await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused()
    expect(await findingsInBothThemes(page)).toEqual([])
  })
})
