import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import {
  useCaseStore,
  useDayStore,
  useGuideStore,
  useServices,
  type GuidePlace,
} from '../../stores/index.ts'
import { guidedCost, guidedLoan, guidedPayments, putGuidedLoan } from './guide-facts.ts'
import { stepAfter, type LoanStep } from './guide-way.ts'

/** What a question about a loan is answered with; null where it is not known. */
export type LoanAnswer = Fen | number | CalendarDate | null

/** Takes the answers about a loan; `problem` gets the reason why one does not fit those before it. */
export function useLoanAnswers(
  problem: Ref<string | null>,
  goOn: (from: GuidePlace, isKnown: boolean) => Promise<void>,
): (from: GuidePlace, step: LoanStep, value: LoanAnswer) => Promise<void> {
  const { t } = useI18n()
  const { newId } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const guide = useGuideStore()

  /** A loan is a fact from the moment on which it can be reckoned: with its dates at the latest. */
  async function answerLoan(from: GuidePlace, step: LoanStep, value: LoanAnswer): Promise<void> {
    const answered = { ...from, loan: { ...from.loan, [step]: value } }
    const outcome = guidedCost(answered.loan, days.day)
    if (value !== null && outcome?.ok === false) {
      problem.value = t(`start.problem.${outcome.problem}`)
      return guide.keep(answered)
    }
    const isEnd = stepAfter(step, value !== null) === 'more'
    await goOn(isEnd ? putLoan(answered) : answered, value !== null)
  }

  /** Writes the loan of the answers into the case, in the place of what was written before. */
  function putLoan(from: GuidePlace): GuidePlace {
    const { loan: answers } = from
    const ids = { id: newId(), creditor: answers.creditor ?? '' }
    const loan = guidedLoan(answers, ids, days.day)
    if (loan?.ok !== true) return from
    const paid = { paid: answers.paid ?? 0, on: days.day, newId, note: t('start.paidNote') }
    const payments = guidedPayments(loan.value, paid)
    void cases.change(answers.loan === null ? 'loan-added' : 'loan-changed', (facts) =>
      putGuidedLoan(facts, { loan: loan.value, payments, before: answers.payments }),
    )
    const written = { loan: loan.value.id, payments: payments.map(({ id }) => id) }
    return { ...from, loan: { ...answers, ...written } }
  }

  return answerLoan
}
