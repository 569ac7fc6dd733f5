import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launchApp } from './support/launch-app.ts'
import { chooseLanguage, tabTo } from './support/walk.ts'

/** Counts what a person does with a keyboard from the first question on. */
function countedKeys(page: Page) {
  let strokes = 0
  return {
    strokes: () => strokes,
    async type(text: string): Promise<void> {
      strokes += text.length
      await page.keyboard.type(text)
    },
    async press(key: string): Promise<void> {
      strokes += 1
      await page.keyboard.press(key)
    },
  }
}

test('by keyboard alone: the true cost after four answers, a first proposal after twelve', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'respite-start-'))
  const userDataDir = join(folder, 'profile')
  const first = await launchApp({ userDataDir })
  const { page } = first
  await chooseLanguage(page, 'English')
  await page.getByTestId('start-own').focus()
  const keys = countedKeys(page)
  await keys.press('Enter')

  const answer = async (question: RegExp, text: string): Promise<void> => {
    await expect(page.getByLabel(question)).toBeFocused()
    await keys.type(text)
    await keys.press('Enter')
  }
  await answer(/who lent you/, 'Bank A')
  await answer(/actually receive/, '10000')
  await answer(/each instalment/, '893.33')
  await answer(/how many instalments is/i, '12')
  await expect(page.getByTestId('true-cost')).toContainText('13.0%')
  // Seven characters of a name, three numbers, five times Enter: at two keys a second, well below a minute.
  expect(keys.strokes()).toBeLessThan(30)

  await tabTo(page, 'How many instalments have you paid?')
  await first.close()

  const second = await launchApp({ userDataDir })
  const again = second.page
  await again.getByTestId('next-step').getByRole('link', { name: 'Go on' }).click()
  await expect(again.getByLabel(/instalments have you paid/)).toBeFocused()
  const more = countedKeys(again)
  const goOn = async (question: RegExp, text: string): Promise<void> => {
    await expect(again.getByLabel(question)).toBeFocused()
    await more.type(text)
    await more.press('Enter')
  }
  await goOn(/instalments have you paid/, '3')
  await expect(again.getByRole('textbox', { name: /earliest unpaid/ })).toBeFocused()
  await more.press('Tab')
  await more.press('Tab')
  await more.press('Enter')
  await expect(again.getByRole('heading', { name: 'Are there any other loans?' })).toBeFocused()
  await more.press('Tab')
  await more.press('Enter')
  await goOn(/comes in each month/, '5000')
  await goOn(/rent or mortgage/, '1500')
  await goOn(/food/, '1200')
  await goOn(/What else/, '800')
  await goOn(/cash and savings/, '0')
  await expect(again.getByTestId('first-proposal')).toContainText('Bank A')
  await expect(again.getByRole('heading', { name: 'This is where you stand' })).toBeFocused()
  expect(keys.strokes() + more.strokes()).toBeLessThan(80)
  await second.close()
  await rm(folder, { recursive: true, force: true })
})
