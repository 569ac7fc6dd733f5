import { monthlyBudget, type MonthlyBudget } from '../../domain/budget/index.ts'
import type { Creditor, Loan } from '../../domain/case/index.ts'
import { checkLimits, loanCost, type LimitFinding, type LoanCost } from '../../domain/cost/index.ts'
import { checkStatement, type StatementCheck } from '../../domain/diagnosis/index.ts'
import { sumFen, type Fen } from '../../domain/kernel/index.ts'
import { rightApplies, type Right } from '../../domain/document/index.ts'
import {
  replayLoan,
  takenInAdvance,
  type LoanState,
  type TakenInAdvance,
} from '../../domain/loan/index.ts'
import type { Pack } from '../../packs/index.ts'
import type { CaseContext } from '../command.ts'

export interface LoanDiagnosis {
  readonly loan: Loan
  readonly creditor: Creditor | null
  readonly state: LoanState
  readonly cost: LoanCost
  readonly limits: readonly LimitFinding[]
  /** What the creditor claims, held against the contract. */
  readonly statements: readonly StatementCheck[]
  /** Interest kept back when the loan was paid out, where the pack has the rule against it. */
  readonly advance: { readonly taken: TakenInAdvance; readonly right: Right } | null
}

/** What is owed, what it costs and what is affordable on a day. */
export interface Diagnosis {
  readonly loans: readonly LoanDiagnosis[]
  readonly budget: MonthlyBudget
  readonly totals: {
    readonly owedNow: Fen
    readonly principal: Fen
    readonly arrears: Fen
    /** What the contracts ask for on their next due dates. */
    readonly contractualMonthly: Fen
  }
}

export function diagnose({ facts, on }: Pick<CaseContext, 'facts' | 'on'>, pack: Pack): Diagnosis {
  const { payments } = facts
  const loans = facts.loans.map((loan): LoanDiagnosis => {
    const creditor = facts.creditors.find(({ id }) => id === loan.creditor) ?? null
    const rules = { limits: pack.limits, lpr: pack.lpr, payments, on }
    return {
      loan,
      creditor,
      state: replayLoan(loan, payments, on),
      cost: loanCost(loan),
      limits: creditor === null ? [] : checkLimits(loan, creditor, rules),
      statements: loan.statements.map((statement) => checkStatement(loan, payments, statement)),
      advance: creditor === null ? null : advanceOf({ loan, creditor }, { facts, on }, pack),
    }
  })
  const total = (amountOf: (state: LoanState) => Fen): Fen =>
    sumFen(loans.map(({ state }) => amountOf(state)))
  return {
    loans,
    budget: monthlyBudget(facts.budget, on),
    totals: {
      owedNow: total(({ owedNow }) => owedNow),
      principal: total(({ principalOutstanding }) => principalOutstanding),
      arrears: total(({ arrears }) => arrears),
      contractualMonthly: sumFen(
        loans.flatMap(({ state }) => (state.nextDue === null ? [] : [state.nextDue.payment])),
      ),
    },
  }
}

/** What rules on interest taken in advance are called in every pack. */
const NET_PRINCIPAL = '.right.net-principal'

function advanceOf(
  { loan, creditor }: { readonly loan: Loan; readonly creditor: Creditor },
  { facts, on }: Pick<CaseContext, 'facts' | 'on'>,
  pack: Pack,
): LoanDiagnosis['advance'] {
  const taken = takenInAdvance(loan, facts.payments, on)
  const right = pack.rights.find(
    (each) => each.id.endsWith(NET_PRINCIPAL) && rightApplies(each, { loan, creditor, on }),
  )
  return taken === null || right === undefined ? null : { taken, right }
}
