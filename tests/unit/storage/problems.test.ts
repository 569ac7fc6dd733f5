import { describe, expect, it } from 'vitest'
import {
  CASE_PROBLEM_CODES,
  CASE_WARNING_CODES,
  decodeCaseText,
  decodeCaseValue,
  encodeCase,
  jsonPath,
} from '../../../src/storage/case-file/index.ts'
import { aCase, aContact, aLoan, aPayment } from '../../support/builders.ts'

type Json = Record<string, unknown>

/** A valid file with a loan, a payment and a contact, changed by `change`. */
function changed(change: (file: Json) => void): Json {
  const facts = aCase({ loans: [aLoan()], payments: [aPayment()], contacts: [aContact()] })
  const file = structuredClone(encodeCase(facts)) as Json
  change(file)
  return file
}

function member(file: Json, list: string, index = 0): Json {
  const owner = list === 'incomes' || list === 'expenses' ? (file['budget'] as Json) : file
  return (owner[list] as Json[])[index]!
}

const inLoan = (fields: Json) => (file: Json) => {
  Object.assign(member(file, 'loans'), fields)
}
const inIncome = (fields: Json) => (file: Json) => {
  Object.assign(member(file, 'incomes'), fields)
}
const inContact = (fields: Json) => (file: Json) => {
  Object.assign(member(file, 'contacts'), fields)
}
const rows = (...list: readonly [n: number, dueOn: string, principal: string][]) =>
  list.map(([n, dueOn, principal]) => ({ n, dueOn, principal, interest: '0.00', fees: '0.00' }))

const VALUES: readonly (readonly [string, string, (file: Json) => void])[] = [
  ['missing', '$.loans[0].creditor', inLoan({ creditor: undefined })],
  ['missing', '$.loans[0].rate', inLoan({ rate: null })],
  ['missing', '$.loans[0].term', inLoan({ term: undefined })],
  ['missing', '$.loans[0].rate.per', inLoan({ rate: { value: '0.1' } })],
  [
    'empty',
    '$.loans[0].id',
    (file) => {
      file['payments'] = []
      member(file, 'loans')['id'] = ''
    },
  ],
  ['wrong-type', '$.loans[0].principal', inLoan({ principal: 12_000 })],
  ['wrong-type', '$.loans[0].kind', inLoan({ kind: 7 })],
  [
    'wrong-type',
    '$.loans',
    (file) => {
      file['loans'] = {}
      file['payments'] = []
    },
  ],
  ['wrong-type', '$.debtor', (file) => (file['debtor'] = [])],
  ['wrong-type', '$.version', (file) => (file['version'] = '1')],
  ['not-one-of', '$.loans[0].method', inLoan({ method: 'balloon' })],
  [
    'not-one-of',
    '$.debtor.hardship[1]',
    (file) => (file['debtor'] = { hardship: ['illness', 'x'] }),
  ],
  ['not-a-code', '$.jurisdiction', (file) => (file['jurisdiction'] = '../secret')],
  ['not-an-amount', '$.loans[0].principal', inLoan({ principal: '12,000' })],
  ['not-an-amount', '$.budget.incomes[0].amount', inIncome({ amount: '1e3' })],
  ['too-many-decimals', '$.loans[0].principal', inLoan({ principal: '12000.001' })],
  ['too-large', '$.loans[0].principal', inLoan({ principal: '99999999999999999999' })],
  ['negative', '$.payments[0].amount', (file) => (member(file, 'payments')['amount'] = '-1.00')],
  ['negative', '$.loans[0].rate.value', inLoan({ rate: { value: '-0.1', per: 'year' } })],
  ['not-a-number', '$.loans[0].rate.value', inLoan({ rate: { value: '24%', per: 'year' } })],
  [
    'too-many-decimals',
    '$.loans[0].rate.value',
    inLoan({ rate: { value: '0.1234567890123', per: 'day' } }),
  ],
  ['not-a-date', '$.asOf', (file) => (file['asOf'] = '2026/11/23')],
  ['no-such-day', '$.asOf', (file) => (file['asOf'] = '2026-02-29')],
  ['out-of-range', '$.asOf', (file) => (file['asOf'] = '0001-01-01')],
  ['not-a-moment', '$.contacts[0].at', inContact({ at: '2026-11-20T21:40:00' })],
  ['no-such-day', '$.contacts[0].at', inContact({ at: '2026-02-30T21:40:00+08:00' })],
  ['not-a-digest', '$.contacts[0].evidence[0].sha256', inContact({ evidence: [{ sha256: 'ab' }] })],
  ['out-of-range', '$.loans[0].dueDay', inLoan({ dueDay: 32 })],
  ['out-of-range', '$.loans[0].term', inLoan({ term: 0 })],
  ['out-of-range', '$.loans[0].term', inLoan({ term: 601 })],
  ['out-of-range', '$.budget.incomes[0].lossChance', inIncome({ lossChance: '1.01' })],
  ['not-whole', '$.loans[0].dueDay', inLoan({ dueDay: 1.5 })],
  ['too-long', '$.debtor.name', (file) => (file['debtor'] = { name: '名'.repeat(100_001) })],
  [
    'duplicate-id',
    '$.loans[1].id',
    (file) => (file['loans'] = [member(file, 'loans'), member(file, 'loans')]),
  ],
  [
    'duplicate-id',
    '$.loans[0].offers[1].id',
    inLoan({
      offers: [
        { id: 'o', kind: 'waiver' },
        { id: 'o', kind: 'waiver' },
      ],
    }),
  ],
  [
    'duplicate-id',
    '$.budget.incomes[1].id',
    (file) =>
      ((file['budget'] as Json)['incomes'] = [member(file, 'incomes'), member(file, 'incomes')]),
  ],
  ['unknown-reference', '$.loans[0].creditor', inLoan({ creditor: 'nobody' })],
  ['unknown-reference', '$.payments[0].loan', (file) => (member(file, 'payments')['loan'] = 'l9')],
  ['unknown-reference', '$.contacts[0].creditor', inContact({ creditor: 'c9' })],
  ['unknown-reference', '$.contacts[0].loan', inContact({ loan: 'l9' })],
  [
    'unknown-reference',
    '$.creditors[0].onBehalfOf',
    (file) => (member(file, 'creditors')['onBehalfOf'] = 'c9'),
  ],
  [
    'unknown-reference',
    '$.plan.instalments[0].loan',
    (file) =>
      (file['plan'] = {
        acceptedOn: '2026-11-24',
        proposal: 'p',
        instalments: [{ loan: 'l9', dueOn: '2026-12-01', amount: '1' }],
      }),
  ],
  [
    'refers-to-itself',
    '$.creditors[0].onBehalfOf',
    (file) => (member(file, 'creditors')['onBehalfOf'] = 'c1'),
  ],
  [
    'end-before-start',
    '$.budget.incomes[0].until',
    inIncome({ from: '2026-02-01', until: '2026-01-31' }),
  ],
  [
    'low-above-high',
    '$.budget.incomes[0].variation.low',
    inIncome({ variation: { low: '2.00', high: '1.00' } }),
  ],
  ['before-disbursement', '$.loans[0].firstDueOn', inLoan({ firstDueOn: '2025-06-09' })],
  [
    'before-disbursement',
    '$.loans[0].schedule[0].dueOn',
    inLoan({ schedule: rows([1, '2025-06-09', '12000.00']) }),
  ],
  ['more-than-principal', '$.loans[0].received', inLoan({ received: '12000.01' })],
  [
    'not-numbered',
    '$.loans[0].schedule[1].n',
    inLoan({ schedule: rows([1, '2025-07-10', '6000.00'], [3, '2025-08-10', '6000.00']) }),
  ],
  [
    'not-rising',
    '$.loans[0].schedule[1].dueOn',
    inLoan({ schedule: rows([1, '2025-07-10', '6000.00'], [2, '2025-07-10', '6000.00']) }),
  ],
  ['newer-version', '$.version', (file) => (file['version'] = 2)],
  ['out-of-range', '$.version', (file) => (file['version'] = 0)],
  ['not-whole', '$.version', (file) => (file['version'] = 1.5)],
  ['missing', '$.version', (file) => (file['version'] = undefined)],
  ['not-a-case-file', '$.format', (file) => (file['format'] = 'other')],
]

describe('a value of a case file', () => {
  it.each(VALUES)('%s at %s', (code, path, change) => {
    const reading = decodeCaseText(JSON.stringify(changed(change)))
    expect(reading.ok ? [] : reading.problems).toMatchObject([{ code, path }])
  })

  it('may stand at the edge of what is allowed', () => {
    const file = changed(
      inLoan({ received: '12000.00', firstDueOn: '2025-06-10', dueDay: 31, term: 600 }),
    )
    expect(decodeCaseValue(file)).toMatchObject({ ok: true })
  })
})

const FILES: readonly (readonly [string, string, string])[] = [
  ['empty-file', '$', ''],
  ['empty-file', '$', ' \n'],
  ['empty-file', '$', '\uFEFF'],
  ['not-json', '$', '{'],
  ['not-json', '$', '{"format":"respite-case",}'],
  ['not-a-case-file', '$', 'null'],
  ['not-a-case-file', '$', '[]'],
  ['not-a-case-file', '$.format', '{}'],
  ['too-deep', '$', '['.repeat(2_000_000)],
  ['too-deep', '$', '{"a":'.repeat(100_000)],
  ['too-many-values', '$', `[${'0,'.repeat(600_000)}0]`],
  ['duplicate-key', '$.a', '{"a":1,"a":2}'],
  ['duplicate-key', '$.loans[1].id', '{"loans":[{"id":"a"},{"id":"b","\\u0069d":"c"}]}'],
  ['forbidden-key', '$.__proto__', '{"__proto__":{"polluted":true}}'],
  ['forbidden-key', '$.a.__proto__', '{"a":{"\\u005f_proto__":1}}'],
]

describe('a file as a whole', () => {
  it.each(FILES)('%s at %s', (code, path, text) => {
    expect(decodeCaseText(text)).toMatchObject({ ok: false, problems: [{ code, path }] })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('names the line on which JSON breaks, and none of its text', () => {
    const reading = decodeCaseText('{\n"name": "秘密",\n oops }')
    expect(reading).toMatchObject({ problems: [{ code: 'not-json', values: { line: 3 } }] })
    expect(JSON.stringify(reading)).not.toContain('秘密')
  })

  it('may begin with a byte order mark', () => {
    expect(decodeCaseText(`\uFEFF${JSON.stringify(changed(() => undefined))}`).ok).toBe(true)
  })

  it('has all its problems reported at once, those of one list beside those of another', () => {
    const file = changed((broken) => {
      inLoan({ dueDay: 32, principal: 'x', creditor: 'nobody' })(broken)
      inIncome({ from: '2026-02-01', until: '2026-01-01' })(broken)
      member(broken, 'payments')['on'] = 'yesterday'
    })
    const reading = decodeCaseValue(file)
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
      '$.loans[0].principal',
      '$.loans[0].dueDay',
      '$.payments[0].on',
      '$.loans[0].creditor',
      '$.budget.incomes[0].until',
    ])
  })

  it('is refused for nothing else when its version is newer', () => {
    const reading = decodeCaseValue({ format: 'respite-case', version: 2, loans: 'anything' })
    expect(reading).toEqual({
      ok: false,
      problems: [{ code: 'newer-version', path: '$.version', values: { version: 2, known: 1 } }],
      warnings: [],
    })
  })
})

const WARNINGS: readonly (readonly [string, string, (file: Json) => void])[] = [
  ['unknown-field', '$.loans[0].colour', inLoan({ colour: 'red' })],
  [
    'unknown-field',
    '$.loans[0].rate["a b"]',
    inLoan({ rate: { value: '0.1', per: 'year', 'a b': 1 } }),
  ],
  ['unknown-field', '$.extra', (file) => (file['extra'] = { extra: 1 })],
  ['schedule-sum', '$.loans[0].schedule', inLoan({ schedule: rows([1, '2025-07-10', '1.00']) })],
  [
    'payment-before-disbursement',
    '$.payments[0].on',
    (file) => (member(file, 'payments')['on'] = '2025-06-09'),
  ],
]

describe('a warning', () => {
  it.each(WARNINGS)('%s at %s refuses nothing', (code, path, change) => {
    const reading = decodeCaseText(JSON.stringify(changed(change)))
    expect(reading).toMatchObject({ ok: true, warnings: [{ code, path }] })
  })

  it('tells of a number that can not be kept exactly', () => {
    const text = JSON.stringify(changed(inLoan({ serial: 1 }))).replace(
      '"serial":1',
      '"serial":1e999',
    )
    const reading = decodeCaseText(text)
    expect(reading.warnings.map(({ code, path }) => [code, path])).toContainEqual([
      'inexact-number',
      '$.loans[0].serial',
    ])
  })

  it('is not given for the name of the schema', () => {
    const reading = decodeCaseValue(
      changed((file) => (file['$schema'] = 'respite-case-1.schema.json')),
    )
    expect(reading.warnings).toEqual([])
    expect(reading.ok && encodeCase(reading.facts)['$schema']).toBe('respite-case-1.schema.json')
  })
})

describe('this table of examples', () => {
  it('has one for every code that the decoder can give', () => {
    const shown = new Set([...VALUES, ...FILES, ...WARNINGS].map(([code]) => code))
    const elsewhere = [
      'unreadable-file',
      'file-too-large',
      'not-utf8',
      'inexact-number',
      'too-many-problems',
    ]
    expect(
      [...CASE_PROBLEM_CODES, ...CASE_WARNING_CODES].filter((code) => !shown.has(code)).sort(),
    ).toEqual(elsewhere.sort())
  })
})

describe('a path', () => {
  it('quotes odd names and cuts long ones', () => {
    expect(jsonPath(['a', 0, '编号', 'x'.repeat(70)])).toBe(`$.a[0]["编号"]["${'x'.repeat(60)}…"]`)
  })
})
