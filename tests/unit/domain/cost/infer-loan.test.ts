import { describe, expect, it } from 'vitest'
import { inferLoan, loanCost, type KnownOfLoan } from '../../../../src/domain/cost/index.ts'
import { fractionToNumber, sumFen } from '../../../../src/domain/kernel/index.ts'
import { buildSchedule } from '../../../../src/domain/loan/index.ts'
import { aLoan, day, yuan } from '../../../support/builders.ts'

const known = (parts: Partial<KnownOfLoan> = {}): KnownOfLoan => ({
  received: yuan(10_000),
  instalment: yuan(893.33),
  count: 12,
  firstDueOn: day('2026-02-28'),
  disbursedOn: null,
  principal: null,
  ...parts,
})

function inferred(parts: Partial<KnownOfLoan> = {}) {
  const terms = inferLoan(known(parts))
  if (!terms.ok) throw new Error(terms.problem)
  return terms.value
}

describe('the terms inferred from what was received and what is paid', () => {
  // 10,000 ÷ 12 + 60 a month is the flat 0.6 %: about 13 % a year, not 7.2 %.
  it('shows what a flat rate of 0.6 % a month really is', () => {
    const cost = loanCost(aLoan(inferred()))
    expect(cost.simpleAnnual).toBeCloseTo(0.1303, 4)
    expect(cost.nominalAnnual).toBeCloseTo(0.1303, 4)
  })

  it('pays the instalment itself in every row and repays the principal exactly', () => {
    const { schedule } = inferred()
    const rows = schedule ?? []
    expect(rows.map(({ principal, interest }) => principal + interest)).toEqual(
      Array<number>(12).fill(yuan(893.33)),
    )
    expect(sumFen(rows.map(({ principal }) => principal))).toBe(yuan(10_000))
    expect(rows[0]).toMatchObject({ n: 1, dueOn: '2026-02-28', interest: yuan(108.61) })
  })

  it('is paid out a month before the first due date unless the day is known', () => {
    expect(inferred().disbursedOn).toBe('2026-01-28')
    expect(inferred({ disbursedOn: day('2026-02-01') }).disbursedOn).toBe('2026-02-01')
  })

  it('finds the rate of a loan that was computed from it', () => {
    const schedule = buildSchedule(aLoan())
    const instalment = schedule.ok ? schedule.value.instalments[0]?.payment : undefined
    const { rate } = inferred({ received: yuan(12_000), instalment: instalment! })
    expect(fractionToNumber(rate) * 12).toBeCloseTo(0.24, 4)
  })

  it('counts what was taken off beforehand as cost', () => {
    const terms = inferred({ received: yuan(9000), principal: yuan(10_000) })
    expect(terms).toMatchObject({ principal: yuan(10_000), received: yuan(9000) })
    const cost = loanCost(aLoan(terms))
    expect(cost.nominalAnnual).toBeCloseTo(0.1303, 4)
    expect(cost.simpleAnnual ?? 0).toBeGreaterThan(0.3)
  })

  it('is a loan without interest where the instalments are what was received', () => {
    const terms = inferred({ received: yuan(1200), instalment: yuan(100) })
    expect(terms.rate.numerator).toBe(0)
    expect(terms.schedule?.every(({ interest }) => interest === 0)).toBe(true)
  })

  it('holds for a single payment', () => {
    const terms = inferred({ received: yuan(1000), instalment: yuan(1100), count: 1 })
    expect(fractionToNumber(terms.rate)).toBeCloseTo(0.1, 8)
    expect(terms.schedule).toMatchObject([{ principal: yuan(1000), interest: yuan(100) }])
  })

  it.each([
    ['repays-less', { instalment: yuan(800) }],
    ['not-positive', { received: yuan(0) }],
    ['not-positive', { instalment: yuan(0) }],
    ['count-out-of-range', { count: 0 }],
    ['count-out-of-range', { count: 601 }],
    ['count-out-of-range', { count: 2.5 }],
    ['received-above-principal', { principal: yuan(9000) }],
    ['rate-too-high', { received: yuan(1), instalment: yuan(1000), count: 1 }],
  ] as const)('refuses with %s what is no such loan', (problem, parts) => {
    expect(inferLoan(known(parts))).toEqual({ ok: false, problem })
  })
})
