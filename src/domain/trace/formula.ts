import type { TraceName } from './names.ts'

/** What is done with values: pluses and times take any number of them, the others two. */
export type Operation =
  | 'plus'
  | 'minus'
  | 'times'
  | 'over'
  | 'power'
  /** The smallest and the largest of them. */
  | 'least'
  | 'most'
  /** Calendar days from the first date to the second. */
  | 'days'
  /** The first value where it is at least the second, else 0. */
  | 'from'

/** A formula as data. Its names are inputs, steps before it, or columns of the rows it stands in. */
export type Formula =
  | { readonly is: 'named'; readonly name: TraceName }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: Operation; readonly of: readonly Formula[] }
  /** The sum over the rows of a list. */
  | { readonly is: 'rows'; readonly list: TraceName; readonly each: Formula }
  /** Rounded half up to the fen. */
  | { readonly is: 'fen'; readonly of: Formula }
  /** The rate per unit of time at which the rows' amounts, each ÷ (1 + rate)^time, come to nothing. */
  | {
      readonly is: 'internal-rate'
      readonly list: TraceName
      readonly amount: Formula
      readonly time: Formula
    }

export const named = (name: TraceName): Formula => ({ is: 'named', name })
const number = (value: number): Formula => ({ is: 'number', value })
/** A name or a number is written as it is. */
type Term = Formula | TraceName | number

const term = (part: Term): Formula =>
  typeof part === 'string' ? named(part) : typeof part === 'number' ? number(part) : part

const operation =
  (is: Operation) =>
  (...parts: readonly Term[]): Formula => ({ is, of: parts.map(term) })

export const plus = operation('plus')
export const minus = operation('minus')
export const times = operation('times')
export const over = operation('over')
export const power = operation('power')
export const least = operation('least')
export const most = operation('most')
export const daysFrom = operation('days')
export const fromAtLeast = operation('from')
export const inFen = (of: Formula): Formula => ({ is: 'fen', of })
/** The rate per unit of time at which a list's amounts come to nothing. */
export const internalRate = (list: TraceName, time: Term): Formula => ({
  is: 'internal-rate',
  list,
  amount: named('amount'),
  time: term(time),
})
export const overRows = (list: TraceName, each: Term): Formula => ({
  is: 'rows',
  list,
  each: term(each),
})
