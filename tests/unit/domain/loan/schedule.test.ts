import { describe, expect, it } from 'vitest'
import type { Loan } from '../../../../src/domain/case/index.ts'
import { fen, rateOf, sumFen } from '../../../../src/domain/kernel/index.ts'
import { buildSchedule } from '../../../../src/domain/loan/index.ts'
import { aLoan, day, yuan } from '../../../support/builders.ts'

const scheduleOf = (parts: Partial<Loan>) => {
  const schedule = buildSchedule(aLoan(parts))
  if (!schedule.ok) throw new Error(schedule.problem)
  return schedule.value
}

describe('equal instalments (等额本息)', () => {
  it('repays a million at 4.9 % over 240 months as published', () => {
    const { instalments, totalInterest } = scheduleOf({
      principal: yuan(1_000_000),
      term: 240,
      rate: rateOf(49, 1000, 'year'),
    })
    const [first] = instalments
    expect(first).toMatchObject({ payment: 654_444, interest: 408_333, principal: 246_111 })
    // Published as rounded instalment × 240; the last one differs by what rounding leaves.
    expect(Math.abs(totalInterest - 57_066_560)).toBeLessThan(100)
  })

  it.each([
    [1_000_000, 360, rateOf(45, 1000, 'year'), 506_685],
    [400_000, 360, rateOf(325, 10_000, 'year'), 174_083],
  ])('has the published instalment', (principal, term, rate, payment) => {
    const { instalments } = scheduleOf({ principal: yuan(principal), term, rate })
    expect(instalments[0]?.payment).toBe(payment)
  })

  it('charges an irregular first period by its days', () => {
    const long = scheduleOf({ firstDueOn: day('2025-07-25'), dueDay: 25 })
    expect(long.instalments[0]?.interest).toBe(36_000)
    expect(long.instalments[1]?.interest).toBeLessThan(24_000)
  })

  it('falls on the last day of shorter months', () => {
    const { instalments } = scheduleOf({
      disbursedOn: day('2025-12-31'),
      firstDueOn: day('2026-01-31'),
      dueDay: 31,
    })
    expect(instalments.slice(0, 4).map(({ dueOn }) => dueOn)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('counts days where the contract does', () => {
    const { instalments } = scheduleOf({ dayCount: 'actual/365' })
    // 12,000 × 24 % × 30 ÷ 365, then 31 days on what is left.
    expect(instalments[0]?.interest).toBe(23_671)
  })

  it('needs no interest', () => {
    const { instalments, totalInterest } = scheduleOf({ rate: rateOf(0, 1, 'year') })
    expect(totalInterest).toBe(0)
    expect(instalments.every(({ payment }) => payment === 100_000)).toBe(true)
  })
})

describe('the other methods', () => {
  it('repays equal principal (等额本金) as published', () => {
    const { instalments, totalInterest } = scheduleOf({
      principal: yuan(1_000_000),
      term: 240,
      rate: rateOf(49, 1000, 'year'),
      method: 'equal-principal',
    })
    expect(instalments[0]?.payment).toBe(825_000)
    expect((instalments[0]?.payment ?? 0) - (instalments[1]?.payment ?? 0)).toBe(1701)
    // Published unrounded: 492,041.67.
    expect(Math.abs(totalInterest - 49_204_167)).toBeLessThan(100)
  })

  it('charges flat rate (等本等息) on the first principal throughout', () => {
    const { instalments } = scheduleOf({ method: 'flat-rate', rate: rateOf(6, 1000, 'month') })
    expect(instalments.every(({ interest }) => interest === 7200)).toBe(true)
    expect(instalments.at(-1)?.balance).toBe(0)
  })

  it('pays interest only, then the principal (先息后本)', () => {
    const { instalments } = scheduleOf({ method: 'interest-only' })
    expect(instalments.map(({ principal }) => principal)).toEqual([
      ...Array.from({ length: 11 }, () => 0),
      1_200_000,
    ])
  })

  it('pays a bullet once, with all interest', () => {
    const { instalments } = scheduleOf({
      kind: 'single-payment',
      method: 'bullet',
      term: 1,
      dayCount: 'actual/365',
    })
    expect(instalments).toHaveLength(1)
    expect(instalments[0]).toMatchObject({ principal: 1_200_000, interest: 23_671, balance: 0 })
  })

  it('clears revolving credit by its minimum payments', () => {
    const { instalments } = scheduleOf({
      kind: 'revolving',
      method: 'minimum-payment',
      term: null,
      rate: rateOf(5, 10_000, 'day'),
      dayCount: 'actual/365',
      minimumPayment: { fraction: { numerator: 1, denominator: 10 }, floor: yuan(100) },
    })
    // 12,000 × 0.05 % × 30 days = 180; a tenth of 12,180 is asked.
    expect(instalments[0]).toMatchObject({ interest: 18_000, payment: 121_800 })
    expect(sumFen(instalments.map(({ principal }) => principal))).toBe(1_200_000)
  })

  it('says when a minimum never clears the balance', () => {
    const loan = aLoan({
      method: 'minimum-payment',
      rate: rateOf(1, 100, 'day'),
      minimumPayment: { fraction: { numerator: 1, denominator: 100 }, floor: yuan(0) },
    })
    expect(buildSchedule(loan)).toEqual({ ok: false, problem: 'never-clears' })
  })
})

describe('terms', () => {
  it('lets the rows of the contract win', () => {
    const rows = [
      {
        n: 1,
        dueOn: day('2025-07-10'),
        principal: yuan(12_000),
        interest: yuan(10),
        fees: yuan(1),
      },
    ]
    const { instalments, source } = scheduleOf({ schedule: rows })
    expect(source).toBe('contract')
    expect(instalments).toEqual([{ ...rows[0], payment: yuan(12_011), balance: 0 }])
  })

  it('puts fees where they fall', () => {
    const { instalments, totalFees } = scheduleOf({
      fees: [
        { label: '', amount: yuan(10), when: 'each-instalment', on: null, kind: 'service' },
        { label: '', amount: yuan(30), when: 'once', on: day('2025-08-01'), kind: 'other' },
        { label: '', amount: yuan(500), when: 'upfront', on: null, kind: 'guarantee' },
      ],
    })
    expect(instalments.slice(0, 3).map(({ fees }) => fees)).toEqual([1000, 4000, 1000])
    expect(totalFees).toBe(15_000)
  })

  it.each([
    [null, 'term-missing'],
    [0, 'term-out-of-range'],
    [601, 'term-out-of-range'],
    [1.5, 'term-out-of-range'],
  ])('refuses a term of %s', (term, problem) => {
    expect(buildSchedule(aLoan({ term }))).toEqual({ ok: false, problem })
  })
})

describe('a rate that changes', () => {
  const change = (on: string, percent: number) => ({
    on: day(on),
    rate: rateOf(percent, 100, 'year'),
  })

  it('spreads the balance anew over the instalments that remain', () => {
    const { instalments } = scheduleOf({ rateChanges: [change('2025-12-10', 12)] })
    // Six instalments at 2 % a month; what is left of 12,000 then over six at 1 %.
    const left = instalments[5]?.balance ?? 0
    expect(left).toBe(635_601)
    // 6,356.01 × 0.01 × 1.01⁶ ÷ (1.01⁶ − 1) = 1,096.72.
    expect(instalments.slice(6, 11).every(({ payment }) => payment === 109_672)).toBe(true)
    expect(instalments[6]?.interest).toBe(6356)
    expect(instalments.at(-1)?.balance).toBe(0)
  })

  it('cuts the period in which it changes by its days (分段计息)', () => {
    const { instalments } = scheduleOf({ rateChanges: [change('2025-12-20', 12)] })
    // 10 of the 31 days at 2 % a month, 21 at 1 %: 6,356.01 × (0.02 × 10 + 0.01 × 21) ÷ 31.
    expect(instalments[6]?.interest).toBe(4101 + 4306)
    // The principal is that of a whole month at the new rate.
    expect(instalments[6]?.principal).toBe(109_672 - 6356)
    expect(instalments[7]?.payment).toBe(109_672)
  })

  it('leaves the principal of the other methods alone', () => {
    const { instalments } = scheduleOf({
      method: 'equal-principal',
      rateChanges: [change('2025-12-10', 12)],
    })
    expect(instalments.every(({ principal }) => principal === 100_000)).toBe(true)
    expect(instalments.slice(5, 7).map(({ interest }) => interest)).toEqual([14_000, 6000])
  })

  it('changes flat interest on the first principal', () => {
    const { instalments } = scheduleOf({
      method: 'flat-rate',
      rateChanges: [change('2025-12-10', 12)],
    })
    expect(instalments.slice(5, 7).map(({ interest }) => interest)).toEqual([24_000, 12_000])
  })

  it('counts the days at each rate where the contract counts days', () => {
    const { instalments } = scheduleOf({
      method: 'interest-only',
      dayCount: 'actual/365',
      rateChanges: [change('2025-06-20', 12)],
    })
    // 12,000 × (24 % × 10 + 12 % × 20) ÷ 365.
    expect(instalments[0]?.interest).toBe(7890 + 7890)
  })

  it('changes nothing where the rows are those of the contract', () => {
    const schedule = scheduleOf({}).instalments
    const rateChanges = [change('2025-12-10', 12)]
    expect(scheduleOf({ schedule, rateChanges }).instalments).toEqual(schedule)
  })
})

describe('a first period that is not a month', () => {
  it('counts whole months as months with 30/360, and other days by the 30-day rule', () => {
    const twoMonths = scheduleOf({ firstDueOn: day('2025-08-10') })
    expect(twoMonths.instalments[0]?.interest).toBe(48_000)
    // 31 August to 28 February: 178 days of 360.
    const odd = scheduleOf({
      method: 'bullet',
      term: 1,
      disbursedOn: day('2025-08-31'),
      firstDueOn: day('2026-02-27'),
      dueDay: 27,
    })
    expect(odd.instalments[0]?.interest).toBe(141_600)
  })

  it('counts the days of a short one', () => {
    const { instalments } = scheduleOf({ firstDueOn: day('2025-06-25'), dueDay: 25 })
    // 15 of 360 days.
    expect(instalments[0]?.interest).toBe(12_000)
    expect(instalments[1]?.dueOn).toBe('2025-07-25')
  })

  it('costs a flat loan the same however long it is', () => {
    const { instalments } = scheduleOf({ method: 'flat-rate', firstDueOn: day('2025-07-25') })
    expect(instalments.every(({ interest }) => interest === 24_000)).toBe(true)
  })
})

describe('a freeze in a schedule', () => {
  it('takes the days of it off the interest, and leaves principal and dates', () => {
    const freezes = [
      { from: day('2025-07-20'), until: day('2025-07-29'), stops: 'everything' as const },
    ]
    const [plain, frozen] = [scheduleOf({}), scheduleOf({ freezes })]
    const second = plain.instalments[1]
    expect(frozen.instalments[1]).toMatchObject({
      // 21 of 31 days of 222.10.
      interest: 15_046,
      principal: second?.principal,
      balance: second?.balance,
      dueOn: second?.dueOn,
    })
    expect(second?.interest).toBe(22_211)
    expect(frozen.totalPayment).toBe(plain.totalPayment - 22_211 + 15_046)
  })

  it('leaves interest where it stops penalties alone', () => {
    const freezes = [{ from: day('2025-07-20'), until: null, stops: 'penalty' as const }]
    expect(scheduleOf({ freezes }).totalInterest).toBe(scheduleOf({}).totalInterest)
  })

  it('lowers a minimum that is reckoned on interest', () => {
    const card = {
      method: 'minimum-payment',
      term: null,
      rate: rateOf(5, 10_000, 'day'),
      dayCount: 'actual/365',
      minimumPayment: { fraction: { numerator: 1, denominator: 10 }, floor: yuan(100) },
      freezes: [{ from: day('2025-06-10'), until: day('2025-06-24'), stops: 'everything' }],
    } as const
    // 15 of 30 days of 180.00; a tenth of 12,090.
    expect(scheduleOf(card).instalments[0]).toMatchObject({ interest: 9000, payment: 120_900 })
  })
})

describe('amounts beyond ten trillion yuan', () => {
  it('are refused before anything is counted', () => {
    const loan = aLoan({
      principal: fen(1_000_000_000_000),
      term: 600,
      rate: rateOf(100, 1, 'day'),
    })
    expect(buildSchedule(loan)).toEqual({ ok: false, problem: 'too-large' })
  })

  it('are refused in the rows of a contract too', () => {
    const row = {
      dueOn: day('2025-07-10'),
      principal: fen(1_000_000_000_000),
      interest: fen(0),
      fees: fen(0),
    }
    const schedule = Array.from({ length: 1000 }, (_, n) => ({ n: n + 1, ...row }))
    expect(buildSchedule(aLoan({ schedule }))).toEqual({ ok: false, problem: 'too-large' })
  })
})
