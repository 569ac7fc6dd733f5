import { fractionToNumber } from '../kernel/index.ts'
import { rateOfCut } from './ask-bounds.ts'
import { rulesFor, type Asking } from './fitting-rules.ts'
import type { ArrangementRule } from './rules.ts'
import type { LoanProposal } from './types.ts'

/**
 * The rule of the pack that a loan's part of a proposal rests on; of a cut in interest the one whose
 * rate is asked for. Null for a creditor's own offer, which rests on its word, and for a rate that the
 * person named.
 */
export function groundFor(
  { arrangement, standing, ask }: Pick<LoanProposal, 'arrangement' | 'standing' | 'ask'>,
  rules: readonly ArrangementRule[],
  asking: Asking,
): ArrangementRule | null {
  if (standing === 'offer') return null
  // A longer term is instalments that end after the contract does.
  const kind = arrangement === 'extension' ? 'instalment' : arrangement
  const fitting = rulesFor(kind, rules, asking)
  if (kind !== 'interest-cut') return fitting[0] ?? null
  const { rate } = ask.target
  const asks = ({ cutTo }: ArrangementRule): boolean => {
    const cut = cutTo === null ? null : rateOfCut(cutTo, asking)
    return rate !== undefined && cut !== null && fractionToNumber(cut) === fractionToNumber(rate)
  }
  return fitting.find(asks) ?? null
}
