import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { keyIdOf, openArchive } from '../../src/storage/backup/archive.ts'
import { readKeyFile } from '../../src/storage/lock/key-file.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'
import { goTo, openSample, waitUntilSaved } from './support/walk.ts'

/** How often the app is killed: more by hand, before a release. */
const KILLS = Number(process.env['RESPITE_KILLS'] ?? 3)
/** The longest time between the first key or click and the kill, in milliseconds. */
const LONGEST = 400

const nameField = (page: Page) => page.getByLabel('Name', { exact: true })

async function setName(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name)
  await page.keyboard.press('Tab')
  await waitUntilSaved(page, 'Saved')
}

/** Kills the app some time after something was begun. */
async function killDuring(
  app: ElectronApplication,
  delay: number,
  begin: () => Promise<unknown>,
): Promise<void> {
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  setTimeout(() => app.process().kill('SIGKILL'), delay)
  await begin().catch(() => undefined)
  await gone
}

/** Every file that bears a backup's name opens: half of one was never given that name. */
async function checkBackups(userDataDir: string): Promise<number> {
  const folder = join(userDataDir, 'backups')
  const file = readKeyFile(await readFile(join(userDataDir, 'data-key.json'), 'utf8'))
  if (file?.protection !== 'none') throw new Error('the key file can not be read')
  const names = await readdir(folder).catch(() => [])
  const backups = names.filter((name) => name.endsWith('.respite-backup'))
  for (const name of backups) {
    expect(name).toContain(keyIdOf(file.key))
    expect((await openArchive(await readFile(join(folder, name)), file.key)).ok).toBe(true)
  }
  return backups.length
}

/** Looks at the latest backup and puts it back. */
async function restoreLatest(page: Page): Promise<void> {
  await page.getByTestId('restore').click()
  await page.getByTestId('restore-dialog').getByRole('button', { name: 'Look' }).first().click()
  await page.getByTestId('restore-this').click()
}

test('a kill during a change, a backup or a restore loses nothing that was said to be saved', async () => {
  test.setTimeout(60_000 + KILLS * 40_000)
  const userDataDir = await makeUserDataDir()
  const first = await launchApp({ userDataDir })
  await openSample(first.page, 'English')
  await goTo(first.page, 'Settings')
  await setName(first.page, 'Name 0')
  await first.page.getByTestId('back-up').click()
  await expect(first.page.getByTestId('last-backup')).toContainText('Last backup')
  await first.close()

  /** What may be found: the change that was acknowledged, one on its way, or the state that is put back. */
  let allowed = ['Name 0']
  const deeds = ['change', 'backup', 'restore'] as const
  for (let round = 1; round <= KILLS; round += 1) {
    const { app, page } = await launchApp({ userDataDir })
    await goTo(page, 'Settings')
    expect(allowed).toContain(await nameField(page).inputValue())
    const saved = `Name ${String(round)}`
    await setName(page, saved)
    const delay = (LONGEST * ((round * 7) % 20)) / 20
    const deed = deeds[round % deeds.length]
    if (deed === 'change') {
      await nameField(page).fill(`${saved} unsaid`)
      allowed = [saved, `${saved} unsaid`]
      await killDuring(app, delay, () => page.keyboard.press('Tab'))
    } else if (deed === 'backup') {
      allowed = [saved]
      await killDuring(app, delay, () => page.getByTestId('back-up').click())
    } else {
      await page.getByTestId('back-up').click()
      await expect(page.getByTestId('back-up')).toBeEnabled()
      await setName(page, `${saved} later`)
      allowed = [`${saved} later`, saved]
      await killDuring(app, delay + 200, () => restoreLatest(page))
    }
    expect(await checkBackups(userDataDir)).toBeGreaterThan(0)
  }
  const last = await launchApp({ userDataDir })
  await goTo(last.page, 'Settings')
  expect(allowed).toContain(await nameField(last.page).inputValue())
  await last.close()
  await rm(userDataDir, { recursive: true, force: true })
})
