import type { CalendarDate, Fen, Whole } from '../kernel/index.ts'
import type { LedgerEventKind } from '../loan/index.ts'
import type { Formula } from './formula.ts'
import type { TraceName } from './names.ts'

/** A value of a trace with its unit. Whatever can be exact is. */
export type TraceValue =
  | { readonly unit: 'money'; readonly fen: Fen }
  | { readonly unit: 'days' | 'months' | 'times'; readonly count: number }
  | { readonly unit: 'date'; readonly on: CalendarDate }
  /** An exact ratio; `per` says of what time a rate is, null that it is none. */
  | {
      readonly unit: 'ratio'
      readonly numerator: Whole
      readonly denominator: Whole
      readonly per: 'year' | 'month' | 'day' | null
    }
  /** A rate that was solved: a plain number. */
  | { readonly unit: 'rate'; readonly value: number; readonly per: 'year' | 'month' }
  /** What a row is of: a code of ours, or the person's own words. */
  | { readonly unit: 'code'; readonly code: TraceCode }
  | { readonly unit: 'text'; readonly text: string }

/** What the rows of a list can be of: a line of the account by its kind, or a part of what is owed. */
export type TraceCode = LedgerEventKind | 'late' | 'not-due' | 'balance'

/** The figures that can be explained. */
export type TraceFigure =
  | 'instalment'
  | 'period-interest'
  | 'accrued-interest'
  | 'interest-owed'
  | 'principal-owed'
  | 'fees-owed'
  | 'penalty'
  | 'late-interest'
  | 'late-fees'
  | 'owed-now'
  | 'arrears'
  | 'overdue-days'
  | 'simple-annual'
  | 'effective-annual'
  | 'above-limit'
  | 'affordable'
  | 'total'
  | 'debt-to-income'
  | 'months-to-clear'
  | 'next-minimum'

/** Where and how a figure was rounded. */
export type TraceRounding =
  /** Half up to the fen at each step that says so. */
  | 'fen-steps'
  /** Every row half up to the fen, then added up. */
  | 'fen-rows'
  /** Added up exactly, then once half up to the fen. */
  | 'fen-once'
  /** Whole fen or days are added and taken away: nothing is rounded. */
  | 'none'
  /** Reckoned with all digits; only what is shown is shortened. */
  | 'shown'

/** What a figure rests on. */
export type TraceSource =
  | 'contract'
  /** 12 CFR 1026 appendix J: level payments. */
  | 'annuity'
  | 'civil-code-676'
  | 'civil-code-677'
  /** The account, line by line. */
  | 'ledger'
  /** PBoC notice 〔2021〕3: all costs against the principal actually outstanding. */
  | 'pboc-2021-3'
  /** A month's rate twelve times over, with interest on interest. */
  | 'compound'
  /** Spreadsheets' XIRR: actual days ÷ 365. */
  | 'xirr'
  /** The price limit beside which the figure stands. */
  | 'limit'
  | 'budget'
  /** Today's pace carried on: an estimate to the month. */
  | 'forecast'

/** A value under its name. */
export interface TraceInput {
  readonly name: TraceName
  readonly value: TraceValue
}

/** Rows of values, each column under its name. */
export interface TraceList {
  readonly name: TraceName
  readonly columns: readonly TraceName[]
  readonly rows: readonly Readonly<Partial<Record<TraceName, TraceValue>>>[]
}

/** A value on the way, from the inputs and the steps before it. */
export interface TraceStep {
  readonly name: TraceName
  readonly formula: Formula
  readonly value: TraceValue
}

/**
 * How a figure comes about, as data: whoever has the inputs and the formula gets the figure, to the
 * fen. A list name stands for its rows, any other name for an input or a step before.
 */
export interface Trace {
  readonly figure: TraceFigure
  readonly value: TraceValue
  readonly inputs: readonly TraceInput[]
  readonly lists: readonly TraceList[]
  readonly steps: readonly TraceStep[]
  readonly formula: Formula
  readonly rounding: TraceRounding
  readonly source: TraceSource
  /** Traces of figures that stand among the inputs. */
  readonly parts: readonly Trace[]
}
