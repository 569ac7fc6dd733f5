import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchApp, projectRoot } from './support/launch-app.ts'
import { openSample } from './support/walk.ts'

test('the palette leads from the menu to a loan, and a dropped case file becomes a case', async () => {
  const { app, page, close } = await launchApp()
  await openSample(page, 'English')
  await expect(page).toHaveTitle(/Overview · Sample \(invented\) · Respite/)

  await app.evaluate(
    ({ Menu }) => void Menu.getApplicationMenu()?.getMenuItemById('palette')?.click(),
  )
  const palette = page.getByTestId('palette')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('bank a')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bank A')
  await expect(palette).toHaveCount(0)

  await page.keyboard.press('?')
  await expect(page.getByTestId('shortcut-sheet')).toContainText('Find a command')
  await page.keyboard.press('Escape')

  const text = await readFile(join(projectRoot, 'tests/fixtures/cases/minimal.json'), 'utf8')
  await page.evaluate((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'mine.json', { type: 'application/json' }))
    const event = { dataTransfer: data, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new DragEvent('dragover', event))
    document.body.dispatchEvent(new DragEvent('drop', event))
  }, text)
  await expect(page).toHaveTitle(/Overview · My repayment case · Respite/)
  await close()
})
