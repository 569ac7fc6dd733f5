import type { CalendarDate, DateProblem } from '../../domain/kernel/index.ts'

/** Why what was typed is not taken: a message code and its values. */
export interface FieldReason {
  readonly code: FieldReasonCode
  readonly values?: Readonly<Record<string, string | number>>
}

export type FieldReasonCode =
  | 'required'
  | 'not-an-amount'
  | 'negative'
  | 'zero'
  | 'too-many-decimals'
  | 'too-large'
  | 'not-a-number'
  | 'not-whole'
  | 'between'
  | 'at-least'
  | 'at-most'
  | DateProblem
  | 'not-before'
  | 'not-after'

/** The last and first day a date field takes. */
export interface DateBounds {
  readonly min: CalendarDate | undefined
  readonly max: CalendarDate | undefined
}
