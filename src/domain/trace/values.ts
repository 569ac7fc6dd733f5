import type { CalendarDate, Fen, Fraction } from '../kernel/index.ts'
import type { TraceName } from './names.ts'
import type { TraceCode, TraceInput, TraceList, TraceStep, TraceValue } from './types.ts'

export const money = (fen: Fen): TraceValue => ({ unit: 'money', fen })
export const days = (count: number): TraceValue => ({ unit: 'days', count })
export const months = (count: number): TraceValue => ({ unit: 'months', count })
export const timesCount = (count: number): TraceValue => ({ unit: 'times', count })
export const onDay = (on: CalendarDate): TraceValue => ({ unit: 'date', on })
export const code = (of: TraceCode): TraceValue => ({ unit: 'code', code: of })
export const text = (words: string): TraceValue => ({ unit: 'text', text: words })

export const ratio = (
  {
    numerator,
    denominator,
  }: Pick<Extract<TraceValue, { unit: 'ratio' }>, 'numerator' | 'denominator'>,
  per: Extract<TraceValue, { unit: 'ratio' }>['per'],
): TraceValue => ({ unit: 'ratio', numerator, denominator, per })

/** A yearly rate as a twelfth of it, exact. */
export const monthly = ({ numerator, denominator }: Fraction): TraceValue =>
  ratio({ numerator, denominator: denominator * 12 }, 'month')

export const input = (name: TraceName, value: TraceValue): TraceInput => ({ name, value })

/** Pieces of a trace on the way to it. */
export interface Working {
  readonly inputs: readonly TraceInput[]
  readonly lists: readonly TraceList[]
  readonly steps: readonly TraceStep[]
}

export const working = (parts: Partial<Working>): Working => ({
  inputs: [],
  lists: [],
  steps: [],
  ...parts,
})

/** Pieces one after the other; what two of them name alike is the same and stands once. */
export function joined(...pieces: readonly Working[]): Working {
  const once = <Part extends { readonly name: TraceName }>(parts: readonly Part[]): Part[] =>
    parts.filter(({ name }, at) => parts.findIndex((other) => other.name === name) === at)
  return {
    inputs: once(pieces.flatMap(({ inputs }) => inputs)),
    lists: once(pieces.flatMap(({ lists }) => lists)),
    steps: once(pieces.flatMap(({ steps }) => steps)),
  }
}
