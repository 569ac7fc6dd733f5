import { addMonths, fen, type Fen } from '../kernel/index.ts'
import { largestMonthly, totalOf } from './cash.ts'
import type { Debt } from './debt.ts'
import type { Household } from './household.ts'
import { firstPayDate } from './pay-dates.ts'
import { sharedOut } from './pro-rata.ts'
import type { LoanProposal, Terms } from './types.ts'

/**
 * What little there is, shared in proportion to what is owed, for as long as the pack allows: it clears nothing and
 * shows good will while other help is looked for. Null where not even that can be paid.
 */
export function tokenPayments(
  debts: readonly Debt[],
  household: Household,
): { readonly perLoan: readonly LoanProposal[]; readonly months: number } | null {
  const { on, dayOfMonth, monthly } = household
  const firstOn = firstPayDate(dayOfMonth, on, 0)
  const longest = Math.min(...debts.map(({ bounds }) => bounds.token))
  const bearable = largestMonthly(household, [], { firstOn, longest }).at(-1) ?? 0
  const amount = Math.min(monthly.affordable, bearable)
  if (amount <= 0) return null
  const owed = debts.map(({ state }) => state.owedNow)
  const shares = sharedOut(fen(amount), owed, owed)
  const months = owed.reduce<number>(
    (least, each, index) => Math.min(least, Math.floor(each / Math.max(1, shares[index] ?? 1))),
    longest,
  )
  if (months === 0) return null
  return {
    months,
    perLoan: debts.map((debt, index) => {
      const share: Fen = shares[index] ?? fen(0)
      const payments =
        share === 0
          ? []
          : Array.from({ length: months }, (_, n) => ({
              on: addMonths(firstOn, n, dayOfMonth),
              amount: share,
            }))
      const terms: Terms = {
        monthly: share,
        months,
        firstOn,
        total: totalOf(payments),
        concession: 2,
      }
      return {
        loan: debt.loan.id,
        arrangement: 'token',
        standing: 'ask',
        offer: null,
        concession: 2,
        ask: { open: terms, target: terms, limit: terms },
        payments,
        balances: [],
        closes: null,
        totalPaid: terms.total,
      }
    }),
  }
}
