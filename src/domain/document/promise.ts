import type { Fen } from '../kernel/index.ts'
import type { PromiseBounds } from './script-types.ts'

/** How an amount stands to what may be promised each month. */
export type PromiseVerdict =
  /** Not more than the plan's instalment for this loan, or than is affordable where the plan has none. */
  | 'within-plan'
  /** More than the plan gives this creditor, yet not more than the household can spare for all of them. */
  | 'at-others-expense'
  /** More than the household can spare. */
  | 'beyond-affordable'

/** Judges a monthly amount before it is promised to one creditor. */
export function judgePromise(amount: Fen, { planned, affordable }: PromiseBounds): PromiseVerdict {
  if (amount <= (planned ?? affordable)) return 'within-plan'
  return amount <= affordable ? 'at-others-expense' : 'beyond-affordable'
}
