import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findings } from './support/axe.ts'
import { chooseSavePath } from './support/file-dialogs.ts'
import { inspectPdf } from './support/inspect-pdf.ts'
import { launchApp } from './support/launch-app.ts'
import { readPdf } from './support/read-pdf.ts'
import { goTo, letterSheet, openSample } from './support/walk.ts'

/** Making a PDF may take a while on a busy machine. */
const SAVING = { timeout: 30_000 }

test('proposals are compared side by side and a change is tried out by keyboard', async () => {
  const { page, close } = await launchApp()
  await openSample(page, 'English')
  await goTo(page, 'Proposals')
  await page.getByRole('link', { name: 'Compare side by side' }).click()
  const table = page.getByRole('table', { name: /point by point/ })
  await expect(table.getByRole('columnheader')).toHaveCount(4)
  await page.getByRole('checkbox', { name: 'Dearest loan first' }).check()
  await expect(table.getByRole('columnheader', { name: 'Dearest loan first' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'How they differ' })).toBeVisible()
  expect(await findings(page)).toEqual([])

  await goTo(page, 'Proposals')
  await page.getByRole('link', { name: 'Try out a change' }).click()
  const affordable = page.getByRole('region', { name: 'With this change', exact: true })
  await expect(affordable).toContainText('now: ¥2,533.80')
  const before = await affordable.textContent()
  await page.getByRole('slider', { name: 'Income' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByLabel('Income').first()).toHaveValue('1')
  await expect.poll(() => affordable.textContent()).not.toBe(before)
  expect(await findings(page)).toEqual([])
  await goTo(page, 'Budget')
  await goTo(page, 'Proposals')
  await expect(page.getByRole('main')).toContainText('¥2,533.80')
  await close()
})

test('the overview is one page and the summary for a meeting two', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'respite-pages-'))
  const { app, page, close } = await launchApp()
  await openSample(page, '中文')
  const matrix = join(folder, 'matrix.pdf')
  await chooseSavePath(app, matrix)
  await page.getByRole('button', { name: '存为 PDF' }).click()
  await expect(page.getByText(`已保存到 ${matrix}`)).toBeVisible(SAVING)
  expect(await inspectPdf(matrix)).toMatchObject({
    title: '债务一览',
    isTagged: true,
    poorFonts: [],
    pages: 1,
  })
  expect(await readPdf(matrix)).toContain('¥15,466.28')

  await page.evaluate(() => {
    location.hash = '#/letter?letter=meeting-summary'
  })
  // The overview has a button of the same name: it must have gone.
  await expect(letterSheet(page)).toBeVisible(SAVING)
  const summary = join(folder, 'summary.pdf')
  await chooseSavePath(app, summary)
  await page.getByRole('button', { name: '存为 PDF', exact: true }).click()
  await expect(page.getByText(`已保存到 ${summary}`)).toBeVisible(SAVING)
  expect(await inspectPdf(summary)).toMatchObject({
    title: '债务与还款方案摘要',
    isTagged: true,
    poorFonts: [],
    pages: 2,
  })
  expect((await readPdf(summary)).replace(/\s+/g, '')).toContain('第2页，共2页')
  await rm(folder, { recursive: true, force: true })
  await close()
})
