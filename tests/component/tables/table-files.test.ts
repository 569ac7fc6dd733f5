import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Case, Locale } from '../../../src/domain/case/index.ts'
import { buildSchedule } from '../../../src/domain/loan/index.ts'
import { caseTable } from '../../../src/ui/tables/case-tables.ts'
import { TABLE_NAMES, type TableName } from '../../../src/ui/tables/table.ts'
import { csvOf, xlsxOf } from '../../../src/ui/tables/table-files.ts'
import { useTableWords, type TableWords } from '../../../src/ui/tables/use-table-words.ts'
import { aCase, aContact, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import { unzipEntry } from '../../support/unzip-entry.ts'

const on = day('2026-11-24')
const facts: Case = aCase({
  loans: [aLoan({ product: '=HYPERLINK("http://x.cn")' }), aLoan({ id: 'l2', product: '消费贷' })],
  payments: [
    aPayment({ id: 'p1', amount: yuan(1234.5), note: '+1, "工资卡"\n第二行' }),
    aPayment({ id: 'p2', loan: 'l2', amount: yuan(0.01), note: '@SUM(A1)' }),
    aPayment({ id: 'p3', note: '\t=1' }),
    aPayment({ id: 'p4', note: '-2' }),
  ],
  contacts: [aContact({ notes: '\r=1+1' })],
})

async function wordsIn(locale: Locale): Promise<TableWords> {
  const held: { words?: TableWords } = {}
  const Holder = defineComponent(() => {
    held.words = useTableWords()
    return () => h('i')
  })
  const { close } = await mountScreen(Holder, { facts: aCase(), locale })
  close()
  if (held.words === undefined) throw new Error('no words')
  return held.words
}

const table = (name: TableName, words: TableWords) => caseTable(name, { facts, on, words })
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('a table as CSV', () => {
  it('is marked as UTF-8, and has days, amounts to the fen and words read back as they were', async () => {
    const words = await wordsIn('zh-CN')
    const text = textOf(csvOf(table('payments', words), words))
    expect(text.startsWith('\ufeff')).toBe(true)
    const [head, ...rows] = parseCsv(text, { unescapeFormulae: true })
    expect(head).toEqual(['还款日期', '机构', '产品', '金额', '备注', '退回日期'])
    expect(rows.map((row) => [row[0], row[3], row[4]])).toEqual(
      facts.payments.map(({ on: paid, amount, note }) => [paid, (amount / 100).toFixed(2), note]),
    )
  })

  it('begins no cell with anything that a spreadsheet reckons', async () => {
    const words = await wordsIn('en')
    for (const name of TABLE_NAMES) {
      const rows = parseCsv(textOf(csvOf(table(name, words), words)))
      for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^[=+\-@\t\r]/)
    }
  })

  it('has every instalment of every loan', async () => {
    const words = await wordsIn('en')
    const rows = parseCsv(textOf(csvOf(table('schedules', words), words)))
    const instalments = facts.loans.flatMap((loan) => {
      const schedule = buildSchedule(loan)
      return schedule.ok ? schedule.value.instalments : []
    })
    expect(rows).toHaveLength(instalments.length + 1)
    expect(rows.slice(1).map((row) => row[7])).toEqual(
      instalments.map(({ payment }) => (payment / 100).toFixed(2)),
    )
  })
})

describe('tables as a workbook', () => {
  it('have numbers, days and words, and no formula', async () => {
    const words = await wordsIn('en')
    const bytes = await xlsxOf(
      TABLE_NAMES.map((name) => table(name, words)),
      words,
    )
    const { sheets } = await readXlsx(bytes)
    const names = sheets.map(({ name }) => name)
    expect(names).toEqual(['Loans', 'Schedules', 'Payments', 'Contact log'])
    const [loans, , payments] = sheets.map(({ rows }) => rows)
    expect(loans?.map((row) => row[1])).toEqual(['Product', '=HYPERLINK("http://x.cn")', '消费贷'])
    expect(payments?.slice(1).map((row) => row[0])).toEqual(
      facts.payments.map(({ on: paid }) => new Date(`${paid}T00:00:00Z`)),
    )
    expect(payments?.slice(1).map((row) => row[3])).toEqual(
      facts.payments.map(({ amount }) => amount / 100),
    )
    for (const at of [1, 2, 3, 4]) {
      const xml = unzipEntry(bytes, `xl/worksheets/sheet${String(at)}.xml`)
      expect(xml).not.toContain('<f')
    }
  })
})
