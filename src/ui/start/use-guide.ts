import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { putBudget, putMember, type CreditorKind } from '../../domain/case/index.ts'
import { ZERO_FEN, type Fen } from '../../domain/kernel/index.ts'
import {
  useCaseStore,
  useDayStore,
  useGuideStore,
  useServices,
  type GuidePlace,
  type GuideStep,
} from '../../stores/index.ts'
import { guidedCost, putGuidedItem } from './guide-facts.ts'
import {
  firstPlace,
  isBudgetStep,
  markGap,
  NO_LOAN_YET,
  stepAfter,
  stepBefore,
  type LoanStep,
} from './guide-way.ts'
import { useLoanAnswers, type LoanAnswer } from './use-loan-answers.ts'

export interface LenderAnswer {
  readonly name: string
  readonly kind: CreditorKind
}

/** Where the way of the open case begins; null without a case. */
function beginning({
  caseId,
  facts,
}: Pick<ReturnType<typeof useCaseStore>, 'caseId' | 'facts'>): GuidePlace | null {
  return facts === null || caseId === null ? null : firstPlace(caseId, facts)
}

/** The guided way of the open case: its place, and what each answer does to the facts. */
export function useGuide() {
  const { t } = useI18n()
  const { newId } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const guide = useGuideStore()

  const place = computed(() => guide.place ?? beginning(cases))
  const cost = computed(() =>
    place.value === null ? null : guidedCost(place.value.loan, days.day),
  )
  /** Why the last answer does not fit those before it. */
  const problem = ref<string | null>(null)

  async function move(from: GuidePlace, step: GuideStep): Promise<void> {
    problem.value = null
    await guide.keep({ ...from, step })
  }

  /** Goes on from an answer, which may be that nothing is known. */
  const goOn = (from: GuidePlace, isKnown: boolean): Promise<void> =>
    move(markGap(from, isKnown), stepAfter(from.step, isKnown))
  const answerLoan = useLoanAnswers(problem, goOn)

  async function answerLender(from: GuidePlace, { name, kind }: LenderAnswer): Promise<void> {
    const id = from.loan.creditor ?? newId()
    const known = cases.facts?.creditors.find((creditor) => creditor.id === id)
    const contact = { licensed: null, phone: '', email: '', address: '', onBehalfOf: null }
    const creditor = { ...contact, ...known, id, name, kind }
    void cases.change(known === undefined ? 'creditor-added' : 'creditor-changed', (facts) =>
      putMember(facts, 'creditors', creditor),
    )
    await goOn({ ...from, loan: { ...from.loan, creditor: id } }, true)
  }

  async function answerBudget(from: GuidePlace, amount: Fen | null): Promise<void> {
    const { step } = from
    if (step === 'cash') {
      void cases.change('budget-changed', (facts) => putBudget(facts, { cash: amount ?? ZERO_FEN }))
    } else if (amount !== null && isBudgetStep(step)) {
      const id = from.items[step] ?? newId()
      const item = { step, id, label: t(`start.item.${step}`), amount }
      void cases.change(step === 'income' ? 'income-added' : 'expense-added', (facts) =>
        putGuidedItem(facts, item),
      )
      return goOn({ ...from, items: { ...from.items, [step]: id } }, true)
    }
    await goOn(from, amount !== null)
  }

  const withPlace = (act: (from: GuidePlace) => Promise<void>): Promise<void> =>
    place.value === null ? Promise.resolve() : act(place.value)

  return {
    place,
    cost,
    problem,
    canGoBack: computed(() => place.value !== null && stepBefore(place.value) !== null),
    answerLender: (answer: LenderAnswer) => withPlace((from) => answerLender(from, answer)),
    answerLoan: (step: LoanStep, value: LoanAnswer) =>
      withPlace((from) => answerLoan(from, step, value)),
    answerBudget: (amount: Fen | null) => withPlace((from) => answerBudget(from, amount)),
    back: () => withPlace((from) => move(from, stepBefore(from) ?? from.step)),
    goTo: (step: GuideStep) => withPlace((from) => move(from, step)),
    another: () => withPlace((from) => move({ ...from, loan: NO_LOAN_YET }, 'lender')),
  }
}
