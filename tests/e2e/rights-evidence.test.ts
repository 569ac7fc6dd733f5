import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { run } from '../../src/cli/run.ts'
import { chooseOpenPath } from './support/file-dialogs.ts'
import { inspectPdf } from './support/inspect-pdf.ts'
import { launchApp } from './support/launch-app.ts'
import { readPdf } from './support/read-pdf.ts'
import { goTo, openSample } from './support/walk.ts'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-rights-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('an evidence pack is the same bytes each time, and verify sees one byte changed', async () => {
  const { app, page, close } = await launchApp()
  await openSample(page, '中文')
  await chooseOpenPath(app, folder)
  const save = async (count: number): Promise<void> => {
    await page.getByTestId('save-evidence').click()
    await expect
      .poll(async () => (await readdir(folder)).filter((name) => !name.startsWith('.')).length, {
        timeout: 30_000,
      })
      .toBe(count)
  }
  await goTo(page, '求助')
  await page.getByRole('link', { name: '生成证据包' }).click()
  await save(1)
  await expect(page.getByTestId('seal')).toHaveText(/^[0-9a-f]{64}$/)
  // A second time, after something was printed: nothing of the moment may show.
  await goTo(page, '求助')
  await page.getByRole('link', { name: '生成证据包' }).click()
  await save(2)
  await close()

  const [one = '', two = ''] = (await readdir(folder)).toSorted().map((name) => join(folder, name))
  const files = (await readdir(one)).toSorted()
  expect(files).toEqual(['index.pdf', 'log.jsonl', 'manifest.json'])
  for (const file of files)
    expect((await readFile(join(one, file))).equals(await readFile(join(two, file)))).toBe(true)
  expect((await inspectPdf(join(one, 'index.pdf'))).title).toBe('联系记录与证据目录')
  expect(await readPdf(join(one, 'index.pdf'))).toContain('与催收规则对照')
  expect((await run(['verify', one])).status).toBe(0)
  for (const file of files) {
    const copy = join(folder, `changed-${file}`)
    await cp(one, copy, { recursive: true })
    const bytes = await readFile(join(copy, file))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(join(copy, file), bytes)
    expect((await run(['verify', copy])).status, file).toBe(1)
  }
})
