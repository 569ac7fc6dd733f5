import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { encodeCaseText } from '../../src/storage/case-file/index.ts'
import { longLog } from '../support/long-log.ts'
import { chooseMenuItem, chooseOpenPath, chooseSavePath } from './support/file-dialogs.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, openSample, waitUntilSaved } from './support/walk.ts'

const entries = (page: Page) => page.getByRole('region', { name: '按时间看' }).getByRole('article')

/** The log stands below what was found in it; what is far below the window is not drawn. */
const showLog = (page: Page) =>
  page.getByRole('heading', { name: '按时间看' }).scrollIntoViewIfNeeded()

test.describe('of the sample', () => {
  const sample = shareSample('中文')

  test('a contact is written down from anywhere, with a file, and is there after a reload', async () => {
    const folder = await makeUserDataDir()
    const { app, page } = sample()
    await goTo(page, '收支')
    const here = page.getByRole('link', { name: '收支', exact: true })
    await here.focus()
    // The menu learns a moment later that a case is open.
    await expect(() => chooseMenuItem(app, 'contact-new')).toPass()
    const dialog = page.getByRole('dialog')
    // A call that was just taken: two keys, and the person is where they were.
    await expect(dialog.getByLabel('方式')).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('方式')).not.toHaveValue('call')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(here).toBeFocused()
    await expect(page.getByRole('heading', { level: 1, name: '收支' })).toBeVisible()
    await goTo(page, '联系记录')
    await chooseMenuItem(app, 'contact-new')
    await dialog.getByLabel('说了什么').fill('端到端：说要联系我的单位')
    await dialog.getByLabel('威胁恐吓').check()
    await dialog.getByLabel('附上录音').setInputFiles({
      name: '截图.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<script>document.title = "broken"</script>'),
    })
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
    await showLog(page)
    const entry = entries(page).filter({ hasText: '端到端' })
    await expect(entry).toContainText('威胁')
    await waitUntilSaved(page, '已保存')

    await page.reload()
    await showLog(page)
    await chooseSavePath(app, join(folder, '截图.html.bin'))
    await entry.getByRole('button', { name: '截图.html' }).click()
    await expect(entry).toContainText('已存：截图.html.bin')
    await rm(folder, { recursive: true, force: true })
  })

  test('a link that is attached gives the bytes of a file, or is refused', async () => {
    const folder = await makeUserDataDir()
    const outside = join(folder, 'outside.txt')
    await writeFile(outside, 'an ordinary file')
    const links = { file: 'to-file.txt', folder: 'to-folder.txt', nowhere: 'to-nowhere.txt' }
    await symlink(outside, join(folder, links.file))
    await symlink(folder, join(folder, links.folder))
    await symlink(join(folder, 'gone.txt'), join(folder, links.nowhere))
    const { app, page } = sample()
    await goTo(page, '联系记录')
    const dialog = page.getByRole('dialog')
    const session = await page.context().newCDPSession(page)
    // As the system's picker hands a path over: nothing looks at it before the page does.
    const attach = async (words: string, link: string) => {
      await chooseMenuItem(app, 'contact-new')
      await dialog.getByLabel('说了什么').fill(words)
      const { result } = await session.send('Runtime.evaluate', {
        expression: 'document.querySelector("dialog input[type=file]")',
      })
      const { objectId = '' } = result
      await session.send('DOM.setFileInputFiles', { objectId, files: [join(folder, link)] })
      await expect(dialog).toContainText(link)
      await dialog.getByRole('button', { name: '保存' }).click()
    }
    for (const link of [links.folder, links.nowhere]) {
      await attach(`端到端：${link}`, link)
      await expect(dialog.getByRole('alert')).toContainText(`“${link}”读不出来`)
      await dialog.getByRole('button', { name: '取消' }).click()
      await expect(dialog).toBeHidden()
    }
    await attach('端到端：链接', links.file)
    await expect(dialog).toBeHidden()
    const saved = join(folder, 'saved.txt')
    await chooseSavePath(app, saved)
    await showLog(page)
    const entry = entries(page).filter({ hasText: '端到端：链接' })
    await expect(entry).toHaveCount(1)
    await entry.getByRole('button', { name: links.file }).click()
    await expect(entry).toContainText('已存：')
    expect(await readFile(saved, 'utf8')).toBe('an ordinary file')
    await rm(folder, { recursive: true, force: true })
  })

  test('the check-up answers as it is filled in', async () => {
    const { page } = sample()
    await goTo(page, '联系记录')
    await page.getByRole('link', { name: '通讯录自查' }).click()
    await page.getByLabel('关于哪一笔').selectOption({ index: 0 })
    await page.getByLabel('App 读取通讯录的权限').selectOption({ label: '给过，现在还开着' })
    await expect(page.getByRole('region', { name: '结果' })).toContainText('关掉通讯录权限')
    await page.getByRole('link', { name: '什么时候打来' }).click()
    await expect(page.getByRole('heading', { name: '近半年的日历' })).toBeVisible()
  })

  test('ten thousand entries are scrolled through without drawing them all', async () => {
    test.slow()
    const folder = await makeUserDataDir()
    await mkdir(folder, { recursive: true })
    const path = join(folder, 'long.json')
    await writeFile(path, encodeCaseText(longLog(10_000)))
    const { app, page } = sample()
    await chooseOpenPath(app, path)
    await chooseMenuItem(app, 'case-import')
    // Once it is read in, the app goes to the overview by itself.
    await expect(async () => {
      await goTo(page, '联系记录')
      await expect(page.getByText('共 10000 条')).toBeVisible({ timeout: 5000 })
    }).toPass({ timeout: 50_000 })
    await expect(entries(page).first()).toHaveAttribute('aria-label', /^2026年/)
    for (let steps = 0; steps < 3; steps += 1) {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      await expect.poll(() => entries(page).count()).toBeLessThan(120)
    }
    await expect(page.locator('[aria-posinset="10000"]')).toBeVisible()
    await rm(folder, { recursive: true, force: true })
  })
})

test('a pasted call list is looked at and added', async () => {
  const { page, close } = await launchApp()
  await openSample(page, 'English')
  await goTo(page, 'Contact log')
  await page.getByRole('button', { name: 'Paste texts or a call list' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel('Text copied from the phone')
    .fill('2026-11-02 09:10 000-000-0099 未接\n2026-11-02 09:20 000-000-0099 已接 1分20秒')
  await expect(dialog).toContainText('2 recognised, 2 chosen')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await page.getByLabel('Search words, names, numbers').fill('0099')
  await page.getByLabel('Search words, names, numbers').press('Enter')
  await expect(page.getByTestId('timeline').getByRole('article')).toHaveCount(2)
  await close()
})
