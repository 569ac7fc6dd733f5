import fc from 'fast-check'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aCase, aContact, aCreditor, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import ImportSection from '../../../src/ui/tables/ImportSection.vue'
import { guessColumns, type ImportKind } from '../../../src/ui/tables/guess-columns.ts'
import { readAmount, readDay } from '../../../src/ui/tables/read-cells.ts'
import { readRecords } from '../../../src/ui/tables/read-records.ts'
import { readRows } from '../../../src/ui/tables/read-rows.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rowsOf = (text: string) => {
  const reading = readRows(utf8(text))
  return reading.ok ? reading.rows : []
}

/** “日期,金额” and “1月” in GBK. */
const GBK = Uint8Array.of(
  0xc8,
  0xd5,
  0xc6,
  0xda,
  0x2c,
  0xbd,
  0xf0,
  0xb6,
  0xee,
  0x0a,
  0x31,
  0xd4,
  0xc2,
)

const facts = aCase({
  creditors: [aCreditor({ id: 'c1', name: '甲银行' }), aCreditor({ id: 'c2', name: '乙消费金融' })],
  loans: [aLoan({ id: 'l1', creditor: 'c1' }), aLoan({ id: 'l2', creditor: 'c2' })],
  payments: [aPayment({ id: 'p1', loan: 'l1', on: day('2026-10-10'), amount: yuan(500) })],
  contacts: [
    aContact({
      at: '2026-11-20T21:40:00+08:00',
      caller: { name: '', agency: '', number: '139 0000', identified: false },
    }),
  ],
})

function recordsOf(kind: ImportKind, text: string, loan = '') {
  const rows = rowsOf(text)
  const { head, columns } = guessColumns(kind, rows)
  let ids = 0
  return readRecords(kind, rows.slice(head + 1), {
    ...{ facts, columns, loan, on: day('2026-11-24'), utcOffset: 480 },
    newId: () => `n${String((ids += 1))}`,
  })
}
const put = (records: ReturnType<typeof recordsOf>) =>
  records.reduce((now, record) => record.put?.(now) ?? now, facts)

describe('the text of a file', () => {
  it('is read in UTF-8, GBK and UTF-16, whatever separates the cells', () => {
    expect(readRows(GBK)).toMatchObject({ rows: [{ cells: ['日期', '金额'] }, { cells: ['1月'] }] })
    expect(rowsOf('\ufeff日期;金额\n2026-01-01;5,00')[0]?.cells).toEqual(['日期', '金额'])
    expect(rowsOf('日期\t金额\n\n2026-01-01\t5')).toMatchObject([
      { number: 1 },
      { number: 3, cells: ['2026-01-01', '5'] },
    ])
    const wide = Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0)
    expect(readRows(wide)).toMatchObject({ rows: [{ cells: ['a', 'b'] }] })
  })

  it('is refused with a reason where it is none', () => {
    expect(readRows(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toEqual({
      ok: false,
      problem: 'not-text',
    })
    expect(readRows(utf8('\n \n'))).toEqual({ ok: false, problem: 'empty' })
    expect(readRows(utf8('1\n'.repeat(20_001)))).toEqual({ ok: false, problem: 'too-large' })
  })

  it('never breaks the reader, whatever its bytes are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc
            .array(
              fc.constantFrom(
                '"',
                ',',
                '\n',
                '\r',
                ';',
                '日期',
                '金额',
                '时间',
                '2026-11-20 9:00',
                '-5',
                '=',
                '\t',
                '9e9',
                ' ',
              ),
            )
            .map((parts) => utf8(parts.join(''))),
        ),
        fc.constantFrom<ImportKind>('payments', 'contacts', 'loans'),
        (bytes, kind) => {
          const reading = readRows(bytes)
          if (!reading.ok) return
          const { head, columns } = guessColumns(kind, reading.rows)
          const frame = { facts, columns, loan: 'l1', on: day('2026-11-24'), utcOffset: 480 }
          const records = readRecords(kind, reading.rows.slice(head + 1), {
            ...frame,
            newId: () => 'n',
          })
          expect(records).toHaveLength(reading.rows.length - head - 1)
          for (const record of records) expect(record.put === null).toBe(record.problems.length > 0)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('cells', () => {
  it.each(['2026-11-04', '2026/11/4', '20261104', '2026年11月4日', '2026.11.04 12:30'])(
    'are days: %s',
    (cell) => {
      expect(readDay(cell)).toEqual({ ok: true, value: '2026-11-04' })
    },
  )
  it('are amounts to the fen, or say why not', () => {
    expect(readAmount('¥1,234.50元')).toEqual({ ok: true, value: yuan(1234.5) })
    expect(readAmount('-1,000.00')).toEqual({ ok: true, value: -100_000 })
    expect(readAmount('１００')).toEqual({ ok: true, value: yuan(100) })
    expect(readAmount('1.005')).toEqual({ ok: false, problem: 'not-an-amount' })
    expect(readAmount('0')).toEqual({ ok: false, problem: 'zero' })
    expect(readDay('2026-02-30')).toEqual({ ok: false, problem: 'not-a-day' })
  })
})

describe('records', () => {
  it('are the payments of a statement, with what is there already and what is wrong marked', () => {
    const records = recordsOf(
      'payments',
      [
        '账号：6222****,,,',
        '交易日期,交易金额,对方户名,摘要',
        '2026-10-10,-500.00,甲银行,还款',
        '2026-10-10,-500.00,甲银行,还款',
        '2026-10-11,3000,某公司,工资',
        '2026-10-12,-80,超市,',
        '2026-13-12,-80,乙消费金融,',
        '2026-12-12,-80,乙消费金融,',
      ].join('\n'),
    )
    expect(records.map(({ isKnown }) => isKnown)).toEqual([true, false, false, false, false, false])
    expect(records.map(({ problems }) => problems[0] ?? null)).toEqual([
      null,
      null,
      { field: 'amount', code: 'money-in' },
      { field: 'lender', code: 'no-loan' },
      { field: 'paidOn', code: 'not-a-day' },
      { field: 'paidOn', code: 'in-future' },
    ])
    expect(records.map(({ row }) => row.number)).toEqual([3, 4, 5, 6, 7, 8])
    expect(put(records).payments.at(-1)).toMatchObject({
      loan: 'l1',
      amount: yuan(500),
      note: '还款',
    })
  })

  it('go to the loan that was chosen where no lender is named', () => {
    expect(
      put(recordsOf('payments', '日期,金额\n2026-10-12,80', 'l2')).payments.at(-1),
    ).toMatchObject({
      loan: 'l2',
      amount: yuan(80),
    })
  })

  it('are calls with their moment, by which they are known again', () => {
    const records = recordsOf(
      'contacts',
      '通话时间,对方号码,呼叫类型\n2026-11-20 21:40,1390000,被叫\n2026-11-21 08:05:09,+861380000,主叫\n2026-11-21,1,被叫',
    )
    expect(records.map(({ isKnown }) => isKnown)).toEqual([true, false, false])
    expect(records[2]?.problems).toEqual([{ field: 'at', code: 'not-a-day' }])
    expect(put(records.slice(1)).contacts.at(-1)).toMatchObject({
      at: '2026-11-21T08:05:00+08:00',
      direction: 'out',
      caller: { number: '+861380000' },
    })
  })

  it.each([
    ['是否接通', '是', true],
    ['是否接通', 'No', false],
    ['通话时长', '00:00:00', false],
    ['通话时长', '1分05秒', true],
    ['通话状态', '未接通', false],
    ['通话状态', '已接', true],
    ['通话状态', '', false],
    ['呼叫类型', '未接来电', false],
    ['呼叫类型', '被叫', false],
  ])(
    'are calls that were answered only where the row says so: %s %s',
    (heading, cell, connected) => {
      const text = `通话时间,对方号码,${heading}\n2026-11-21 08:05,13800000000,${cell}`
      expect(put(recordsOf('contacts', text)).contacts.at(-1)?.connected).toBe(connected)
    },
  )

  it('are messages that arrived, whatever is said of answering', () => {
    const text = '通话时间,类型,通话状态\n2026-11-21 08:05,短信,未接'
    expect(put(recordsOf('contacts', text)).contacts.at(-1)).toMatchObject({
      channel: 'sms',
      connected: true,
    })
  })

  it('are loans, two of one lender with one lender', () => {
    const records = recordsOf(
      'loans',
      '机构,产品,到手金额,每月还款,期数,首期到期日\n丙小贷,A,10000,1000,12,2026-01-15\n丙小贷,B,5000,500,12期,2026/2/15\n丙小贷,C,5000,1,12,2026-02-15',
    )
    expect(records[2]?.problems).toEqual([{ field: 'payment', code: 'no-such-loan' }])
    const after = put(records)
    expect(after.creditors.filter(({ name }) => name === '丙小贷')).toHaveLength(1)
    expect(after.loans.slice(2)).toMatchObject([
      { product: 'A', received: yuan(10_000), term: 12 },
      { product: 'B', received: yuan(5000) },
    ])
  })
})

describe('the page', () => {
  afterEach(() => {
    document.body.replaceChildren()
  })

  it('shows a file, lets a column be put right, and adds what is chosen as one change', async () => {
    const { wrapper, cases } = await mountScreen(ImportSection, { facts, props: { facts } })
    const input = wrapper.get<HTMLInputElement>('[data-testid="import-file"]')
    const text = '日期,甲,金额\n2026-10-12,甲银行,80\n2026-10-13,甲银行,90\n2026-10-14,甲银行,x'
    Object.defineProperty(input.element, 'files', { value: [new File([text], 'a.csv')] })
    await input.trigger('change')
    await vi.waitFor(() => {
      expect(wrapper.findAll('[data-testid="import-row"]')).toHaveLength(3)
    })
    expect(wrapper.text()).toContain('金额：读不出金额。')
    await wrapper.findAll('[data-testid="import-row"] input')[1]?.setValue(false)
    expect(wrapper.get('[data-testid="import-add"]').text()).toBe('加入 1 条')
    await wrapper.get('[data-testid="import-add"]').trigger('click')
    await flushPromises()
    await vi.waitFor(() => {
      expect(cases.facts?.payments).toHaveLength(2)
    })
    expect(cases.facts?.payments[1]).toMatchObject({ loan: 'l1', amount: yuan(80) })
    await cases.undo()
    expect(cases.facts?.payments).toEqual(facts.payments)
  })
})
