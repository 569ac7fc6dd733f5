import { rm } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { findingsInBothThemes } from './support/axe.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'
import { placesOf } from './support/raw-profile.ts'
import { goTo, openSample, waitUntilSaved } from './support/walk.ts'

const PASSPHRASE = 'orchard lantern 山路'
/** What the walk types and what the invented sample says of its debtor and lenders. */
const PERSONAL = ['莫须有的名字', 'Nobody Atall', '13865430000', '甲银行', '9876543210']
/** A secret is dear to try on purpose; on a busy machine it takes many seconds. */
const DERIVING = { timeout: 30_000 }

let userDataDir: string
test.beforeEach(async () => {
  userDataDir = await makeUserDataDir()
})
test.afterEach(async () => {
  await rm(userDataDir, { recursive: true, force: true })
})

async function unlock(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(secret)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

test('nothing personal lies on the disk, and a passphrase keeps everyone out who has it not', async () => {
  test.slow()
  const first = await launchApp({ userDataDir })
  await openSample(first.page, 'English')
  await goTo(first.page, 'Settings')
  await first.page.getByLabel('Name').fill('莫须有的名字 Nobody Atall')
  await first.page.getByLabel('Phone').fill('13865430000')
  await first.page.getByLabel('In your own words').fill('9876543210 甲银行')
  await first.page.keyboard.press('Tab')
  await waitUntilSaved(first.page, 'Saved')

  await first.page.getByTestId('set-lock').click()
  const dialog = first.page.getByRole('dialog', { name: 'Set a passphrase' })
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE)
  await dialog.getByLabel('Type it again').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const code = (await first.page.getByTestId('code').textContent()) ?? ''
  await first.page.getByLabel('I have written it down or printed it').check()
  await first.page.getByTestId('recovery-code').getByRole('button', { name: 'Close' }).click()

  await first.page.getByTestId('lock-now').click()
  await expect(first.page.getByTestId('lock-screen')).toBeVisible()
  await expect(first.page.getByRole('navigation')).toHaveCount(0)
  expect(await findingsInBothThemes(first.page)).toEqual([])
  await first.close()
  expect(await placesOf(userDataDir, [...PERSONAL, PASSPHRASE, code])).toEqual([])

  const second = await launchApp({ userDataDir })
  await unlock(second.page, 'not this one')
  await expect(second.page.getByText('That passphrase or recovery code is not right.')).toBeVisible(
    DERIVING,
  )
  await unlock(second.page, PASSPHRASE)
  await goTo(second.page, 'Settings')
  await expect(second.page.getByLabel('Name')).toHaveValue('莫须有的名字 Nobody Atall')
  await second.close()

  const third = await launchApp({ userDataDir })
  await unlock(third.page, code.toLowerCase())
  await expect(third.page.getByRole('banner').first()).toContainText('Sample', DERIVING)
  await third.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(third.page.getByTestId('lock-screen')).toBeVisible()
  await third.close()
})
