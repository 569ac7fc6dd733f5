import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { readPdf } from './support/read-pdf.ts'
import { shareSample } from './support/share-app.ts'
import { goTo, letterSheet } from './support/walk.ts'

const sample = shareSample('中文')

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-letter-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('what a person changed in the letter is what is printed, until it is restored', async () => {
  const pdf = join(folder, 'changed.pdf')
  const { app, page } = sample()
  await goTo(page, '协商信')
  await page.getByRole('button', { name: '修改文字' }).click()
  const text = page.getByLabel('信的文字')
  const original = await text.inputValue()
  await text.fill(original.replace('恳请贵方考虑', '恳请贵方尽快考虑'))
  await chooseSavePath(app, pdf)
  await page.getByRole('button', { name: '存为 PDF' }).click()
  await expect(page.getByText(`已保存到 ${pdf}`)).toBeVisible()
  expect((await readPdf(pdf)).replace(/\s+/g, '')).toContain('恳请贵方尽快考虑')

  await goTo(page, '计划')
  await goTo(page, '协商信')
  await expect(letterSheet(page)).toContainText('恳请贵方尽快考虑')
  await page.getByRole('button', { name: '恢复原文' }).click()
  await expect(letterSheet(page)).not.toContainText('恳请贵方尽快考虑')
})

test('the text of the letter goes to the clipboard for chat and e-mail', async () => {
  const { app, page } = sample()
  await goTo(page, '协商信')
  await page.getByRole('button', { name: '复制文字' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('关于协商分期还款的函')
})

test('a cancelled dialog is silent and a failed one says why', async () => {
  const { app, page } = sample()
  await goTo(page, '协商信')
  const save = page.getByRole('button', { name: '存为 PDF' })
  await chooseSavePath(app, null)
  await save.click()
  await expect(save).toBeEnabled()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)

  await chooseSavePath(app, join(folder, 'not', 'there', 'letter.pdf'))
  await save.click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
})
