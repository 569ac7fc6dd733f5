import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to an area by the navigation, as a person does. */
export async function goTo(page: Page, area: string): Promise<void> {
  const rail = page.getByRole('navigation').first()
  const link = rail.getByRole('link', { name: area, exact: true })
  await link.click()
  // The page before stays until the next one is there.
  await expect(link).toHaveAttribute('aria-current', 'page')
}

export type Language = '中文' | 'English'

/** Chooses the language on the first screen. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: language, exact: true }).click()
}

/** The first instalment that the plan shows. */
export const planRow = (page: Page): Locator => page.getByRole('main').getByRole('listitem').first()

/** The letter as it will be printed. */
export const letterSheet = (page: Page): Locator =>
  page.getByRole('document', { name: /协商信预览|Preview of the letter/ })

/** Begins an own case: the guided way comes by itself once it is made. */
export async function startOwn(page: Page): Promise<void> {
  await page.getByTestId('start-own').click()
  await expect(page.getByTestId('guide')).toBeVisible()
}

/** Starts with the invented sample case, in a language. */
export async function openSample(page: Page, language: Language): Promise<void> {
  await chooseLanguage(page, language)
  await page.getByTestId('open-sample').click()
  await expect(page.getByRole('navigation').getByRole('link')).not.toHaveCount(0)
}

/** Goes with the Tab key to the field of that label; a person without a mouse finds it so. */
export async function tabTo(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label).first()
  await expect(field).toBeVisible()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to “${label}”`)
}

/** Types into the field of that label, reached by the keyboard alone. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.type(text)
}

/** Every change is on disk: the header says so. */
export async function waitUntilSaved(page: Page, saved: string): Promise<void> {
  await expect(page.getByRole('banner').first()).toContainText(saved)
}
