import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseMenuItem, chooseOpenPath, chooseSavePath } from './support/file-dialogs.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, openSample } from './support/walk.ts'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-settings-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test.describe('of the sample', () => {
  const sample = shareSample('English')

  test('a malformed case file is refused with each problem and its path, and changes nothing', async () => {
    const { app, page } = sample()
    await goTo(page, 'Settings')
    const good = join(folder, 'case.json')
    await chooseSavePath(app, good)
    await page.getByTestId('export-case').click()
    const dialog = page.getByTestId('desk-dialog')
    await expect(dialog).toContainText(good)
    await page.keyboard.press('Escape')

    const bad = join(folder, 'bad.json')
    const file = JSON.parse(await readFile(good, 'utf8')) as {
      loans: { dueDay: number; principal: string }[]
    }
    const [first, second] = file.loans
    if (first === undefined || second === undefined) throw new Error('the sample has five loans')
    first.dueDay = 32
    second.principal = '-1.00'
    await writeFile(bad, JSON.stringify(file))
    await chooseOpenPath(app, bad)
    await page.getByTestId('import-case').click()
    await expect(dialog).toContainText('$.loans[0].dueDay')
    await expect(dialog).toContainText('$.loans[1].principal')
    await expect(dialog).toContainText('None of your data was changed')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('banner')).toContainText('Sample (invented)')
  })

  test('an exported case comes back as it was, as a case of one’s own', async () => {
    const { app, page } = sample()
    await goTo(page, 'Overview')
    const owed = await page
      .getByRole('main')
      .getByText(/^¥[\d,.]+$/)
      .first()
      .textContent()
    const path = join(folder, 'case.json')
    await chooseSavePath(app, path)
    await chooseMenuItem(app, 'case-export')
    await expect(page.getByTestId('desk-dialog')).toContainText(path)
    await page.keyboard.press('Escape')
    await chooseOpenPath(app, path)
    await chooseMenuItem(app, 'case-import')
    await expect(page.getByRole('banner')).not.toContainText('Sample (invented)')
    await goTo(page, 'Overview')
    await expect(
      page
        .getByRole('main')
        .getByText(owed ?? 'no amount', { exact: true })
        .first(),
    ).toBeVisible()
  })
})

test('language and look are kept over a restart, and one click removes the sample', async () => {
  const userDataDir = await makeUserDataDir()
  const first = await launchApp({ userDataDir })
  await openSample(first.page, 'English')
  await goTo(first.page, 'Settings')
  await first.page.getByText('Dark', { exact: true }).click()
  await first.page.getByText('中文', { exact: true }).last().click()
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await first.close()

  const { page, close } = await launchApp({ userDataDir })
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: '清除示例，填写自己的情况' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '一题一题来' })).toBeVisible()
  await expect(page.getByRole('banner')).not.toContainText('示例')
  await goTo(page, '债务')
  await expect(page.getByRole('main')).not.toContainText('虚构')
  await close()
  await rm(userDataDir, { recursive: true, force: true })
})
