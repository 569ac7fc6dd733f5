import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { inspectPdf } from './support/inspect-pdf.ts'
import { projectRoot, type LaunchedApp } from './support/launch-app.ts'
import { readPdf } from './support/read-pdf.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, letterSheet } from './support/walk.ts'

const sample = shareSample('中文')

let folder: string
test.beforeEach(async () => {
  folder = process.env['RESPITE_PDF_DIR'] ?? (await mkdtemp(join(tmpdir(), 'respite-print-')))
})
test.afterEach(async () => {
  if (process.env['RESPITE_PDF_DIR'] === undefined)
    await rm(folder, { recursive: true, force: true })
})

/** Making a PDF may take a while on a busy machine. */
const SAVING = { timeout: 30_000 }

/** Every letter of the pack, of use to the sample or not. */
const LETTERS = (
  JSON.parse(
    readFileSync(join(projectRoot, 'resources/packs/cn/letters/index.json'), 'utf8'),
  ) as readonly { readonly title: { readonly 'zh-CN': string } }[]
).map(({ title }) => title['zh-CN'])

/** In English: an offer, a summary with its tables, a complaint with its log. */
const ENGLISH = ['困难情况说明与分期还款方案', '债务与还款方案摘要', '向机构投诉催收行为']

async function choose(page: Page, title: string): Promise<void> {
  // Letters that are not needed now are folded away.
  await page.getByRole('main').evaluate((main) => {
    for (const part of main.querySelectorAll('details')) part.open = true
  })
  await page.getByRole('main').getByRole('button', { name: title, exact: true }).click()
}

/** How many pages the preview shows. */
async function previewedPages(page: Page): Promise<number> {
  await page.getByRole('button', { name: '分页预览' }).click()
  const words = await page.getByTestId('page-count').innerText()
  await page.getByRole('button', { name: '返回普通显示' }).click()
  return Number(/共 (\d+) 页/.exec(words)?.[1])
}

/** What every page is, whatever it says. */
const SOUND = { isTagged: true, poorFonts: [], pageSize: expect.stringContaining('A4') as unknown }

/** A letter as the preview and the saved file have it. */
async function printed({ app, page }: Pick<LaunchedApp, 'app' | 'page'>, title: string) {
  const locale = await page.getByLabel('信用什么语言').inputValue()
  const path = join(folder, `${title}.${locale}.pdf`)
  await choose(page, title)
  await expect(letterSheet(page)).toBeVisible()
  const previewed = await previewedPages(page)
  await chooseSavePath(app, path)
  await page.getByRole('button', { name: '存为 PDF', exact: true }).click()
  await expect(page.getByText(`已保存到 ${path}`)).toBeVisible(SAVING)
  const text = (await readPdf(path)).replace(/\s+/g, '')
  return { ...(await inspectPdf(path)), previewed, text }
}

test('all letters of the proposal are one PDF, and a letter is a Word file', async () => {
  test.setTimeout(120_000)
  const { app, page } = sample()
  await goTo(page, '协商信')
  const pdf = join(folder, 'all.pdf')
  await chooseSavePath(app, pdf)
  await page.getByRole('button', { name: '全部协商信存为一个 PDF' }).click()
  await expect(page.getByText(`已保存到 ${pdf}`)).toBeVisible(SAVING)
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
  await expect(page.getByText(`已保存到 ${docx}`)).toBeVisible(SAVING)
  expect((await readFile(docx)).subarray(0, 2).toString('latin1')).toBe('PK')
})

test('letters are printed as the preview shows them, with everything a reader needs in the file', async () => {
  test.setTimeout(400_000)
  const { app, page } = sample()
  await goTo(page, '协商信')
  // The pages are counted when the figures stand.
  await expect(page.getByRole('button', { name: '存为 PDF', exact: true })).toBeEnabled(SAVING)
  for (const title of LETTERS) {
    const facts = await printed({ app, page }, title)
    expect(facts).toMatchObject({ title, author: '林小舟（虚构）', ...SOUND })
    expect(facts.pages).toBe(facts.previewed)
    const { pages, text } = facts
    expect(text).toContain('林小舟（虚构）')
    expect(text).toContain(`第${String(pages)}页，共${String(pages)}页`)
  }
  await page.getByLabel('信用什么语言').selectOption('en')
  for (const title of ENGLISH) {
    const facts = await printed({ app, page }, title)
    expect(facts).toMatchObject(SOUND)
    expect(facts.pages).toBe(facts.previewed)
    expect(facts.text).toContain(`Page${String(facts.pages)}of${String(facts.pages)}`)
  }
})
