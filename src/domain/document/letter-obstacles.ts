import { reachedOther } from './incidents.ts'
import type { LetterNeed, LetterSpec } from './letter-spec.ts'
import type { LetterContext } from './types.ts'

/** Why a letter is of no use now: what the case lacks, or that it is meant for another kind of lender or loan. */
export type LetterObstacle = LetterNeed | 'creditor-kind' | 'loan-kind'

const IS_MET: Readonly<Record<LetterNeed, (context: LetterContext) => boolean>> = {
  proposal: ({ offer }) => offer !== null,
  settlement: ({ settlement }) => settlement !== null,
  'their-offer': ({ theirOffer }) => theirOffer !== null,
  owing: ({ account }) => account !== null && account.owedNow > 0,
  overdue: ({ account }) => account !== null && account.overdueDays > 0,
  penalty: ({ account }) => account !== null && account.penalty + account.fees > 0,
  excess: ({ cost }) => cost?.exceeded != null,
  settled: ({ account }) => account?.owedNow === 0 && account.paidTotal > 0,
  conduct: ({ incidents }) => incidents.length > 0,
  'third-party': ({ incidents }) => incidents.some(reachedOther),
  threat: ({ forPolice }) => forPolice.length > 0,
  'contacts-permission': ({ hasContactsPermission }) => hasContactsPermission,
  reported: ({ loan }) => loan?.reportedToBureau === true,
  'lawyer-letter': ({ loan }) => loan?.litigation === 'threatened',
  agreement: ({ agreement }) => agreement !== null,
  budget: ({ budget }) => budget.incomes.length + budget.expenses.length > 0,
  'several-debts': ({ debts }) => debts.length > 1,
  people: ({ hasPeople }) => hasPeople,
}

/** What stands in a letter's way; nothing: it applies. */
export function letterObstacles(
  letter: LetterSpec,
  context: LetterContext,
): readonly LetterObstacle[] {
  const { creditorKinds, loanKinds, needs } = letter
  const { creditor, loans } = context
  const obstacles: LetterObstacle[] = needs.filter((need) => !IS_MET[need](context))
  if (creditorKinds !== null && (creditor === null || !creditorKinds.includes(creditor.kind)))
    obstacles.push('creditor-kind')
  if (loanKinds !== null && !loans.some(({ kind }) => loanKinds.includes(kind)))
    obstacles.push('loan-kind')
  return obstacles
}
