import type { Agreement, Case, Plan } from '../../domain/case/index.ts'
import { sumFen, type Fen } from '../../domain/kernel/index.ts'

/** What proves an agreement: paper, a recording that is kept, somebody's word, or there is none. */
export type Proof = 'written' | 'recording' | 'voice' | 'none'

export interface PlanTermsRow {
  readonly loan: string
  readonly planned: Fen
  /** The agreement made last. */
  readonly agreement: Agreement | null
  /** All its instalments together; null where it names none. */
  readonly agreed: Fen | null
  readonly proof: Proof
}

/** For every loan of a plan, in the plan's order: what it pays, and what was agreed about it. */
export function termsOf({ loans }: Case, { instalments }: Plan): readonly PlanTermsRow[] {
  const ids = [...new Set(instalments.map(({ loan }) => loan))]
  return ids.map((id) => {
    const agreements = loans.find((loan) => loan.id === id)?.agreements ?? []
    const agreement = agreements.toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1)).at(-1)
    const named = agreement?.instalments ?? []
    return {
      loan: id,
      planned: sumFen(instalments.flatMap((due) => (due.loan === id ? [due.amount] : []))),
      agreement: agreement ?? null,
      agreed: named.length === 0 ? null : sumFen(named.map(({ amount }) => amount)),
      proof: proofOf(agreement),
    }
  })
}

function proofOf(agreement: Agreement | undefined): Proof {
  if (agreement === undefined) return 'none'
  if (agreement.inWriting) return 'written'
  return agreement.recorded ? 'recording' : 'voice'
}
