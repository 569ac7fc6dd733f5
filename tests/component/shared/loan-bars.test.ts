import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loanBars, loanColours } from '../../../src/ui/shared/loan-bars.ts'

const others = (count: number): string => `${String(count)} others`
const ids = Array.from({ length: 10 }, (_, at) => `loan ${String(at)}`)
/** The fourth and the seventh owe least. */
const first = [90, 80, 70, 1, 60, 50, 2, 40, 30, 20]
const second = first.map((amount) => amount / 2)

/** The bars of some loans of a case that owes so much on each. */
function barsOf(owed: readonly number[], shown: readonly number[], months = [first, second]) {
  const colours = loanColours(new Map(owed.map((amount, at) => [ids[at] ?? '', amount])))
  return loanBars(
    months.map((amounts) => shown.map((at) => amounts[at] ?? 0)),
    shown.map((at) => ({ name: ids[at] ?? '', colour: colours.get(ids[at] ?? '') ?? null })),
    others,
  )
}

const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7]
const TEN = [...EIGHT, 8, 9]

beforeEach(() => {
  for (const at of EIGHT)
    document.documentElement.style.setProperty(`--chart-${String(at + 1)}`, `colour ${String(at)}`)
})
afterEach(() => {
  document.documentElement.removeAttribute('style')
})

describe('the bars of loans', () => {
  it('have a colour each while they can be told apart', () => {
    const bars = barsOf(first.slice(0, 8), EIGHT)
    expect(bars.map(({ label }) => label)).toEqual(ids.slice(0, 8))
    expect(bars[3]?.data).toEqual([1, 0.5])
    expect(new Set(bars.map(({ backgroundColor }) => backgroundColor)).size).toBe(8)
  })

  it('have the colour of their loan in a chart of some of them in another order', () => {
    const colourOf = new Map(
      barsOf(first.slice(0, 8), EIGHT).map(({ label, backgroundColor }) => [
        label,
        backgroundColor,
      ]),
    )
    const some = barsOf(first.slice(0, 8), [6, 2, 5])
    expect(some.map(({ label }) => label)).toEqual(['loan 6', 'loan 2', 'loan 5'])
    for (const { label, backgroundColor } of some) expect(backgroundColor).toBe(colourOf.get(label))
    expect(some[0]?.backgroundColor).toBe('colour 6')
  })

  it('are the largest of many, in their order, and the others in one: together the whole amount', () => {
    const bars = barsOf(first, TEN)
    expect(bars.map(({ label }) => label)).toEqual([
      'loan 0',
      'loan 1',
      'loan 2',
      'loan 4',
      'loan 5',
      'loan 7',
      'loan 8',
      '3 others',
    ])
    expect(bars.at(-1)?.data).toEqual([1 + 2 + 20, 11.5])
    const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)
    expect(sum(bars.map(({ data }) => data[0] ?? 0))).toBe(sum(first))
    expect(new Set(bars.map(({ backgroundColor }) => backgroundColor)).size).toBe(8)
  })

  it('of many are the same ones in every chart, whatever is the largest there', () => {
    const whole = barsOf(first, TEN)
    // Here the loan that owes least today has most.
    const plan = barsOf(first, [3, 6, 0, 4], [TEN.map((at) => (at === 3 ? 500 : 10))])
    expect(plan.map(({ label }) => label)).toEqual(['loan 0', 'loan 4', '2 others'])
    const colourIn = (bars: typeof whole, label: string) =>
      bars.find((bar) => bar.label === label)?.backgroundColor
    expect(colourIn(plan, 'loan 4')).toBe(colourIn(whole, 'loan 4'))
    expect(plan.at(-1)?.backgroundColor).toBe(whole.at(-1)?.backgroundColor)
  })

  it('call the only other loan of a chart by its name', () => {
    const bars = barsOf(first, [0, 9])
    expect(bars.map(({ label }) => label)).toEqual(['loan 0', 'loan 9'])
    expect(bars[1]?.backgroundColor).toBe('colour 7')
  })
})
