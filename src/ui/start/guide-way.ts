import type { Case, CreditorKind } from '../../domain/case/index.ts'
import {
  GUIDE_STEPS,
  type GuidedLoan,
  type GuidePlace,
  type GuideStep,
} from '../../stores/index.ts'

export type LoanStep = 'received' | 'instalment' | 'count' | 'paid' | 'due'
export type MoneyStep = 'received' | 'instalment' | BudgetStep | 'cash'
export type CountStep = 'count' | 'paid'
export type BudgetStep = 'income' | 'housing' | 'food' | 'living'

const BUDGET_STEPS: readonly string[] = ['income', 'housing', 'food', 'living']
export const isBudgetStep = (step: GuideStep): step is BudgetStep => BUDGET_STEPS.includes(step)
export const isMoneyStep = (step: GuideStep): step is MoneyStep =>
  step === 'received' || step === 'instalment' || step === 'cash' || isBudgetStep(step)
export const isCountStep = (step: GuideStep): step is CountStep =>
  step === 'count' || step === 'paid'

/** The parts of the way as a person sees them. */
export const GUIDE_PARTS = ['debts', 'budget', 'result'] as const
export type GuidePart = (typeof GUIDE_PARTS)[number]

export function partOf(step: GuideStep): GuidePart {
  if (step === 'result') return 'result'
  return isBudgetStep(step) || step === 'cash' ? 'budget' : 'debts'
}

export const NO_LOAN_YET: GuidedLoan = {
  creditor: null,
  loan: null,
  payments: [],
  received: null,
  instalment: null,
  count: null,
  paid: null,
  due: null,
}

/** Where the way begins: with the first loan, or with what a case that is partly there still lacks. */
export function firstPlace(caseId: string, facts: Case): GuidePlace {
  const step = facts.loans.length === 0 ? 'lender' : 'more'
  return { caseId, step, loan: NO_LOAN_YET, items: {}, gaps: [] }
}

/** Without these three nothing can be reckoned: the loan is left for later. */
const NEEDED: readonly GuideStep[] = ['received', 'instalment', 'count']

/** The question after this one. */
export function stepAfter(step: GuideStep, isKnown: boolean): GuideStep {
  if (!isKnown && NEEDED.includes(step)) return 'more'
  return GUIDE_STEPS[GUIDE_STEPS.indexOf(step) + 1] ?? 'result'
}

/** The question before this one; null where there is none to go back to. */
export function stepBefore({ step, loan, gaps }: GuidePlace): GuideStep | null {
  if (step === 'more') {
    if (loan.creditor === null) return null
    const gap = gaps.find((one) => one.creditor === loan.creditor && NEEDED.includes(one.step))
    return gap?.step ?? 'due'
  }
  return GUIDE_STEPS[GUIDE_STEPS.indexOf(step) - 1] ?? null
}

/** The place with a question marked as not known, or no more so. */
export function markGap(place: GuidePlace, isKnown: boolean): GuidePlace {
  const { step, loan } = place
  const creditor = partOf(step) === 'debts' ? loan.creditor : null
  const others = place.gaps.filter((gap) => gap.step !== step || gap.creditor !== creditor)
  return { ...place, gaps: isKnown ? others : [...others, { step, creditor }] }
}

const KIND_WORDS: readonly (readonly [RegExp, CreditorKind])[] = [
  [/消费金融|消金|consumer finance/i, 'consumer-finance'],
  [/小额贷款|小贷|micro-?(loan|credit)/i, 'microloan'],
  [/银行|bank/i, 'bank'],
]

/** The kind of lender that its name says; null where the name says none. */
export const kindFromName = (name: string): CreditorKind | null =>
  KIND_WORDS.find(([words]) => words.test(name))?.[1] ?? null
