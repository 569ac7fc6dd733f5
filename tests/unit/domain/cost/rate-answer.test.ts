import { describe, expect, it } from 'vitest'
import { MOST_TURNS, rateAnswer } from '../../../../src/domain/cost/index.ts'

/** Flows one period apart. */
const periodic = (...amounts: readonly number[]) =>
  rateAnswer(amounts.map((amount, t) => ({ t, amount })))

describe('flows that turn round once', () => {
  it.each([
    ['a loan', [100, -110], 0.1],
    ['a loan at nothing', [100, -50, -50], 0],
    ['a loss', [100, -80], -0.2],
    ['almost everything lost', [1_000_000, 0, -1], -0.999],
    ['a thousandfold', [1, -1000], 999],
    ['money paid first', [-100, 60, 72], 0.2],
  ])('%s has one rate', (_, amounts, rate) => {
    const answer = periodic(...amounts)
    expect(answer).toMatchObject({ status: 'unique', reason: null, roots: [answer.rate] })
    expect(answer.rate).toBeCloseTo(rate, 9)
  })

  it('may come in any order and several at a time', () => {
    const answer = rateAnswer([
      { t: 1, amount: -60 },
      { t: 0, amount: 70 },
      { t: 1, amount: -50 },
      { t: 0, amount: 30 },
    ])
    expect(answer.rate).toBeCloseTo(0.1, 12)
  })

  it('are solved however far apart in size and time they are', () => {
    const answer = rateAnswer([
      { t: 0, amount: 1 },
      { t: 300, amount: -1e12 },
    ])
    expect(answer.rate).toBeCloseTo(1e12 ** (1 / 300) - 1, 12)
    const uneven = rateAnswer([
      { t: 0, amount: 100 },
      { t: 0.001, amount: -99.99 },
      { t: 600, amount: -1_000_000 },
    ])
    expect(uneven.status).toBe('unique')
    expect(Math.abs(uneven.residual)).toBeLessThan(1e-9)
  })
})

describe('flows that turn round more often', () => {
  it.each([
    ['two rates', [-100, 230, -132], [0.1, 0.2]],
    ['two far apart', [-1600, 10_000, -10_000], [0.25, 4]],
    ['three', [-1000, 3600, -4310, 1716], [0.1, 0.2, 0.3]],
    ['one of 0 and one above', [100, -205, 105], [0, 0.05]],
    ['one below 0 and one above', [100, -230, 120], [-0.2, 0.5]],
  ])('have %s', (_, amounts, roots) => {
    const answer = periodic(...amounts)
    expect(answer.status).toBe('several')
    expect(answer.roots).toHaveLength(roots.length)
    roots.forEach((root, n) => expect(answer.roots[n]).toBeCloseTo(root, 11))
    expect(answer.rate).toBe(answer.roots.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)))
  })

  it.each([
    ['double', [-100, 220, -121]],
    ['triple', [-1000, 3300, -3630, 1331]],
    ['fourfold', [10_000, -44_000, 72_600, -53_240, 14_641]],
  ])('tell a %s rate once', (_, amounts) => {
    const answer = periodic(...amounts)
    expect(answer.status).toBe('unique')
    expect(answer.rate).toBeCloseTo(0.1, 12)
  })

  it('may have one rate all the same', () => {
    // (1 − 1.1v)(1 − 0.1v + v²): the second factor is never 0.
    const answer = periodic(100, -120, 111, -110)
    expect(answer.status).toBe('unique')
    expect(answer.rate).toBeCloseTo(0.1, 12)
  })

  it('prefer any rate to one at which next to nothing is left', () => {
    const answer = periodic(-1678.87, 771.96, 1814.05, 3520.3, 3552.95, 3584.99, 4789.91, -1)
    expect(answer.roots[0]).toBeCloseTo(-0.999_791_26, 8)
    expect(answer.rate).toBeCloseTo(1.004_269_85, 8)
  })

  it('find rates of flows on any day', () => {
    // (1 − x)(1 − 1.5x) for x = v^0.3: rates of 0 and 1.5^(1/0.3) − 1.
    const answer = rateAnswer([
      { t: 0, amount: 200 },
      { t: 0.3, amount: -500 },
      { t: 0.6, amount: 300 },
    ])
    expect(answer.roots[0]).toBe(0)
    expect(answer.roots[1]).toBeCloseTo(1.5 ** (1 / 0.3) - 1, 10)
  })
})

describe('flows without a rate', () => {
  it.each([
    ['nothing-moves', []],
    ['nothing-moves', [0, 0]],
    ['one-way', [100]],
    ['one-way', [100, 0, 50]],
    ['one-way', [-1, -2, -3]],
    ['never-balances', [100, -150, 100]],
    ['never-balances', [-1, 1, -1]],
  ])('%s', (reason, amounts) => {
    const sum = amounts.reduce((total, amount) => total + amount, 0)
    expect(periodic(...amounts)).toEqual({
      status: 'none',
      rate: null,
      roots: [],
      residual: sum,
      reason,
    })
  })

  it('say so where it is beyond numbers', () => {
    const overnight = [
      { t: 0, amount: 1 },
      { t: 1 / 365, amount: -1000 },
    ]
    expect(rateAnswer(overnight)).toMatchObject({ status: 'none', reason: 'beyond-numbers' })
  })

  it('say so where they turn round too often', () => {
    const amounts = Array.from({ length: MOST_TURNS + 2 }, (_, n) => (n % 2 === 0 ? 100 + n : -101))
    expect(periodic(...amounts).reason).toBe('too-many-turns')
    expect(periodic(...amounts.slice(1)).reason).not.toBe('too-many-turns')
  })
})
