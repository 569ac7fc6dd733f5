import type { ModelDraft } from './linear-model.ts'
import { askedAt, paymentTerms, YUAN, type Slot } from './optimum-terms.ts'
import type { OpenBalance } from './route.ts'

interface Minimums extends Omit<Slot, 'slot'> {
  readonly open: OpenBalance
  /** Whether anything is owed after each slot in every answer. */
  readonly owing: readonly boolean[]
  /** Other slots whose minimum has to be spelt out. */
  readonly spelt: ReadonlySet<number> | undefined
}

/**
 * While anything is owed after a slot, its payment is at least the minimum: a plain row where it is
 * owed in every answer. Where it may have been paid off before, a binary for the month says whether it
 * has, and only the slots that are to be spelt out get one.
 */
export function addMinimums(
  draft: ModelDraft,
  { open, chosen, left, owing, spelt }: Minimums,
): void {
  let owedBefore = chosen
  left.forEach((column, slot) => {
    const least = askedAt(open, slot) / YUAN
    if (least === 0) return
    const payment = paymentTerms(open, { slot, chosen, left })
    if (owing[slot] === true) {
      draft.row({ lower: 0 }, [...payment, [chosen, -least]])
    } else if (spelt?.has(slot) === true) {
      const owed = draft.column({ upper: 1, whole: true })
      draft.row({ upper: 0 }, [
        [owed, 1],
        [owedBefore, -1],
      ])
      draft.row({ upper: 0 }, [
        [column, 1],
        [owed, -(draft.columns[column]?.upper ?? 0)],
      ])
      draft.row({ lower: 0 }, [...payment, [owed, -least]])
      owedBefore = owed
    }
  })
}
