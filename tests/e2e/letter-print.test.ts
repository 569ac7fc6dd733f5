import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { inspectPdf } from './support/inspect-pdf.ts'
import { launchApp } from './support/launch-app.ts'
import { readPdf } from './support/read-pdf.ts'
import { goTo, letterSheet, openSample } from './support/walk.ts'

let folder: string
test.beforeEach(async () => {
  folder = process.env['RESPITE_PDF_DIR'] ?? (await mkdtemp(join(tmpdir(), 'respite-print-')))
})
test.afterEach(async () => {
  if (process.env['RESPITE_PDF_DIR'] === undefined)
    await rm(folder, { recursive: true, force: true })
})

const LETTERS = [
  '困难情况说明与分期还款方案',
  '信用卡个性化分期还款申请书',
  '对律师函的回复',
  '家庭收支明细表',
  '债务明细表',
  '信封和地址标签',
] as const

async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: title, exact: true }).click()
}

/** How many pages the preview shows. */
async function previewedPages(page: Page): Promise<number> {
  await page.getByRole('button', { name: '分页预览' }).click()
  const words = await page.getByTestId('page-count').innerText()
  await page.getByRole('button', { name: '返回普通显示' }).click()
  return Number(/共 (\d+) 页/.exec(words)?.[1])
}

test('letters are printed as the preview shows them, with everything a reader needs in the file', async () => {
  test.setTimeout(180_000)
  const { app, page, close } = await launchApp()
  await openSample(page, '中文')
  await goTo(page, '协商信')
  for (const title of LETTERS) {
    const path = join(folder, `${title}.pdf`)
    await choose(page, title)
    await expect(letterSheet(page)).toBeVisible()
    const pages = await previewedPages(page)
    await chooseSavePath(app, path)
    await page.getByRole('button', { name: '存为 PDF', exact: true }).click()
    await expect(page.getByText(`已保存到 ${path}`)).toBeVisible()

    const facts = await inspectPdf(path)
    expect(facts).toMatchObject({
      title,
      author: '林小舟（虚构）',
      isTagged: true,
      poorFonts: [],
      pages,
    })
    expect(facts.pageSize).toContain('A4')
    const text = (await readPdf(path)).replace(/\s+/g, '')
    expect(text).toContain('林小舟（虚构）')
    expect(text).toContain(`第${String(pages)}页，共${String(pages)}页`)
  }
  await close()
})

test('all letters of the proposal are one PDF, and a letter is a Word file', async () => {
  test.setTimeout(120_000)
  const { app, page, close } = await launchApp()
  await openSample(page, '中文')
  await goTo(page, '协商信')
  const pdf = join(folder, 'all.pdf')
  await chooseSavePath(app, pdf)
  await page.getByRole('button', { name: '全部协商信存为一个 PDF' }).click()
  await expect(page.getByText(`已保存到 ${pdf}`)).toBeVisible()
  const { pages, poorFonts } = await inspectPdf(pdf)
  expect(poorFonts).toEqual([])
  expect(pages).toBeGreaterThan(6)
  const text = (await readPdf(pdf)).replace(/\s+/g, '')
  expect(text.match(/关于协商分期还款的函/g)).toHaveLength(4)
  expect(text).toContain('家庭收支明细表')
  expect(text).toContain('债务明细表')

  const docx = join(folder, 'letter.docx')
  await chooseSavePath(app, docx)
  await page.getByRole('button', { name: '存为 Word' }).click()
  await expect(page.getByText(`已保存到 ${docx}`)).toBeVisible()
  expect((await readFile(docx)).subarray(0, 2).toString('latin1')).toBe('PK')
  await close()
})
