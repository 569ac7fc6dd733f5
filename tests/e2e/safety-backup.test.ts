import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { chooseOpenPath, chooseSavePath } from './support/file-dialogs.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'
import { chooseLanguage, goTo, startOwn, waitUntilSaved } from './support/walk.ts'

let userDataDir: string
test.beforeEach(async () => {
  userDataDir = await makeUserDataDir()
})
test.afterEach(async () => {
  await rm(userDataDir, { recursive: true, force: true })
})

async function setName(page: Page, name: string): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.keyboard.press('Tab')
  await waitUntilSaved(page, 'Saved')
}

const backupsIn = async (folder: string) =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.respite-backup'))

test('a backup is made at the close, and a lost case comes back from it', async () => {
  test.slow()
  const own = join(userDataDir, 'backups')
  const first = await launchApp({ userDataDir })
  await chooseLanguage(first.page, 'English')
  await startOwn(first.page)
  await setName(first.page, '林虚构 Nobody')
  await first.close()
  const [name = ''] = await backupsIn(own)
  expect((await readFile(join(own, name))).includes(Buffer.from('林虚构'))).toBe(false)

  const second = await launchApp({ userDataDir })
  await setName(second.page, 'Somebody else')
  await second.page.getByTestId('restore').click()
  const dialog = second.page.getByTestId('restore-dialog')
  await dialog.getByRole('button', { name: 'Look' }).first().click()
  await expect(dialog.getByRole('row', { name: /林虚构 Nobody/ })).toContainText('Different')
  await dialog.getByTestId('restore-this').click()
  await expect(dialog).toHaveCount(0)
  await goTo(second.page, 'Settings')
  await expect(second.page.getByLabel('Name', { exact: true })).toHaveValue('林虚构 Nobody')
  // What was there before the restore is a backup of its own.
  await second.page.getByTestId('restore').click()
  await expect(dialog.getByRole('row', { name: /Before a restore/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const drive = join(userDataDir, 'drive')
  await mkdir(drive)
  await chooseOpenPath(second.app, drive)
  await second.page.getByTestId('choose-backup-folder').click()
  await expect.poll(() => backupsIn(drive)).toHaveLength(1)
  await rm(drive, { recursive: true })
  const before = (await backupsIn(own)).length
  await expect(second.page.getByTestId('last-backup')).toContainText('Last backup')
  await second.page.getByTestId('back-up').click()
  await expect(second.page.getByTestId('backup-problem')).toContainText('app’s own folder')
  expect((await backupsIn(own)).length).toBe(before + 1)
  await second.close()
})

test('an encrypted copy opens in another profile with its passphrase, and with no other', async () => {
  test.slow()
  const copy = join(userDataDir, 'copy.respite')
  const passphrase = '山路 orchard lantern'
  const first = await launchApp()
  await chooseLanguage(first.page, 'English')
  await startOwn(first.page)
  await setName(first.page, '林虚构 Nobody')
  await chooseSavePath(first.app, copy)
  await first.page.getByTestId('copy-open').click()
  const saving = first.page.getByRole('dialog', { name: 'Save a copy of this case' })
  await saving.getByLabel('Passphrase of the copy').fill(passphrase)
  await saving.getByLabel('Type it again').fill(passphrase)
  await saving.getByRole('button', { name: 'Save' }).click()
  await expect(first.page.getByText(copy)).toBeVisible({ timeout: 30_000 })
  await first.close()
  expect((await readFile(copy)).includes(Buffer.from('林虚构'))).toBe(false)

  const second = await launchApp()
  await chooseLanguage(second.page, 'English')
  await chooseOpenPath(second.app, copy)
  await second.page.getByTestId('import-case').click()
  const dialog = second.page.getByTestId('copy-dialog')
  await dialog.getByLabel('Passphrase of the copy').fill('not this one')
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog).toContainText('That is not the passphrase', { timeout: 30_000 })
  await dialog.getByLabel('Passphrase of the copy').fill(passphrase)
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog).toHaveCount(0, { timeout: 30_000 })
  await goTo(second.page, 'Settings')
  await expect(second.page.getByLabel('Name', { exact: true })).toHaveValue('林虚构 Nobody')
  await second.close()
})

test('a key that is damaged leads to a screen that sets the data aside, and everything can be deleted', async () => {
  test.slow()
  const keyFile = join(userDataDir, 'data-key.json')
  const first = await launchApp({ userDataDir })
  await chooseLanguage(first.page, 'English')
  await startOwn(first.page)
  await setName(first.page, '林虚构 Nobody')
  await first.close()
  await writeFile(keyFile, '{"protection":"no')

  const second = await launchApp({ userDataDir })
  await second.page.getByTestId('set-aside').click()
  await expect(second.page.getByTestId('start-own')).toBeVisible()
  const [stamp = ''] = await readdir(join(userDataDir, 'set-aside'))
  expect(await readdir(join(userDataDir, 'set-aside', stamp))).toContain('IndexedDB')
  await chooseLanguage(second.page, 'English')
  await startOwn(second.page)
  await goTo(second.page, 'Settings')
  await second.page.getByTestId('wipe').click()
  const dialog = second.page.getByRole('dialog', { name: 'Delete everything on this computer?' })
  await dialog.getByLabel(/Also delete the backups/).check()
  const gone = new Promise((resolve) => second.app.process().once('exit', resolve))
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await gone
  const left = await readdir(userDataDir)
  for (const name of ['data-key.json', 'backups', 'set-aside', 'window-state.json'])
    expect(left).not.toContain(name)
  const third = await launchApp({ userDataDir })
  await expect(third.page.getByTestId('start-own')).toBeVisible()
  await third.close()
})
