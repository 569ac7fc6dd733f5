import { describe, expect, it } from 'vitest'
import { loanBars } from '../../../src/ui/shared/loan-bars.ts'

const others = (count: number): string => `${String(count)} others`
const names = Array.from({ length: 10 }, (_, at) => `loan ${String(at)}`)
/** The fourth and the seventh owe least. */
const first = [90, 80, 70, 1, 60, 50, 2, 40, 30, 20]
const second = first.map((amount) => amount / 2)

describe('the bars of loans', () => {
  it('have a colour each while they can be told apart', () => {
    const bars = loanBars([first.slice(0, 8), second.slice(0, 8)], names.slice(0, 8), others)
    expect(bars.map(({ label }) => label)).toEqual(names.slice(0, 8))
    expect(bars[3]?.data).toEqual([1, 0.5])
  })

  it('are the largest of many, in their order, and the others in one: together the whole amount', () => {
    const bars = loanBars([first, second], names, others)
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
  })
})
