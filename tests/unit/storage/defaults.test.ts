import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeCaseText, decodeCaseValue } from '../../../src/storage/case-file/index.ts'
import type { Loan } from '../../../src/domain/case/index.ts'

const minimal = readFileSync('tests/fixtures/cases/minimal.json', 'utf8')

function loanWith(fields: Record<string, unknown>): Partial<Loan> {
  const file = JSON.parse(minimal) as { loans: object[] }
  file.loans = [{ ...file.loans[0], ...fields }]
  const reading = decodeCaseValue(file)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.facts.loans[0]!
}

describe('what a case file may leave out', () => {
  it('is filled with what follows from the rest', () => {
    expect(decodeCaseText(minimal)).toMatchObject({
      ok: true,
      warnings: [],
      facts: {
        jurisdiction: 'cn',
        currency: 'CNY',
        locale: 'zh-CN',
        asOf: null,
        debtor: { name: '', household: null, hardship: [] },
        budget: { cash: 0, reserve: 0, cushionFraction: null, incomes: [], expenses: [] },
        creditors: [{ id: 'c1', name: '', kind: 'other', licensed: null, onBehalfOf: null }],
        loans: [{ received: 1_200_000, dueDay: 28, dayCount: '30/360', penalty: null, offers: [] }],
        payments: [],
        contacts: [],
        plan: null,
      },
    })
  })

  it('may as well be null', () => {
    const file = { ...(JSON.parse(minimal) as object), debtor: null, budget: null, payments: null }
    expect(decodeCaseValue(file)).toMatchObject({ ok: true, facts: { payments: [] } })
  })

  it.each([
    ['equal-principal', '30/360'],
    ['interest-only', '30/360'],
    ['flat-rate', '30/360'],
    ['bullet', 'actual/365'],
    ['minimum-payment', 'actual/365'],
  ])('counts the days of %s as %s', (method, dayCount) => {
    expect(loanWith({ method })).toMatchObject({ dayCount })
  })

  it('is the term of a loan that counts no months, and rate and term beside the own schedule', () => {
    expect(loanWith({ method: 'bullet', term: null }).term).toBeNull()
    expect(loanWith({ kind: 'revolving', method: 'minimum-payment', term: null }).term).toBeNull()
    expect(loanWith({ kind: 'single-payment', term: null }).term).toBeNull()
    const schedule = [{ n: 1, dueOn: '2026-02-28', principal: '12000' }]
    expect(loanWith({ rate: null, term: null, schedule })).toMatchObject({
      rate: { numerator: 0, denominator: 1, per: 'year' },
      schedule: [{ interest: 0, fees: 0 }],
    })
  })
})
