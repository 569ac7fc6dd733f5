/** Why a field of a form can't be taken as it is; the screens find the words. */
export type DraftProblemCode =
  | 'required'
  | 'negative'
  | 'not-positive'
  | 'not-a-day-of-month'
  | 'out-of-range'
  | 'not-a-number'
  | 'before-disbursement'
  | 'more-than-principal'
  | 'not-rising'
  | 'more-than-term'
  | 'no-schedule'
  | 'before-start'
  | 'in-future'
  | 'less-than-received'
  | 'repays-less'
  | 'rate-too-high'

/** `field` is the name of the field, with the row where there are several: `fees.0.amount`. */
export interface DraftProblem {
  readonly field: string
  readonly code: DraftProblemCode
}

/** Collects the problems of one reading of a form. */
export class ProblemList {
  readonly found: DraftProblem[] = []

  add(field: string, code: DraftProblemCode): void {
    this.found.push({ field, code })
  }

  /** The value, noting its absence. */
  need<Value>(field: string, value: Value | null): Value | null {
    if (value === null || value === '') this.add(field, 'required')
    return value
  }

  /** An amount that may be left out; a negative one is noted. */
  amount<Amount extends number>(field: string, value: Amount | null): Amount | null {
    if (value !== null && value < 0) this.add(field, 'negative')
    return value
  }

  /** An amount that must be there and above zero. */
  positive<Amount extends number>(field: string, value: Amount | null): Amount | null {
    if (value === null) this.add(field, 'required')
    else if (value < 0) this.add(field, 'negative')
    else if (value === 0) this.add(field, 'not-positive')
    return value
  }

  /** A whole number within bounds, where there is one. */
  within(field: string, value: number | null, [min, max]: readonly [number, number]): void {
    if (value !== null && (!Number.isInteger(value) || value < min || value > max))
      this.add(field, 'out-of-range')
  }
}
