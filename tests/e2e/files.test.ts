import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseOpenPath, chooseSavePath } from './support/file-dialogs.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'

test('what the window saves is on the disk whole, and comes back as it was', async () => {
  const folder = await makeUserDataDir()
  const path = join(folder, '案件（虚构）.json')
  const text = JSON.stringify({ note: '还'.repeat(100_000) })
  const { app, page, close } = await launchApp()
  await chooseSavePath(app, path)
  const saved = await page.evaluate(
    (words) => window.desktop?.saveCaseFile({ suggestedName: 'case.json', text: words }),
    text,
  )
  expect(saved).toEqual({ ok: true, value: { path } })
  expect(await readFile(path, 'utf8')).toBe(text)
  expect(await readdir(folder)).toEqual(['案件（虚构）.json'])

  await chooseOpenPath(app, path)
  const opened = await page.evaluate(async () => {
    const reply = await window.desktop?.openCaseFile()
    if (reply?.ok !== true) return null
    return { name: reply.value.name, text: new TextDecoder().decode(reply.value.bytes) }
  })
  expect(opened).toEqual({ name: '案件（虚构）.json', text })
  await chooseOpenPath(app, null)
  expect(await page.evaluate(() => window.desktop?.openCaseFile())).toEqual({
    ok: false,
    code: 'cancelled',
  })
  await close()
  await rm(folder, { recursive: true, force: true })
})
