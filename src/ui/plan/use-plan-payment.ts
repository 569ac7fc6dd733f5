import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { newPayment, putMember } from '../../domain/case/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import { payInstalment, type PlanInstalmentState } from '../../domain/plan/index.ts'
import { useCaseStore, useServices } from '../../stores/index.ts'
import { useFormat } from '../shared/use-format.ts'
import { missingOf } from './plan-months.ts'

export interface PaidDetails {
  readonly amount: Fen
  readonly on: CalendarDate
}

/** Records payments of the plan and says what came of it; the last one can be taken back. */
export function usePlanPayment(loanName: (loan: string) => string) {
  const { t } = useI18n()
  const { money } = useFormat()
  const { newId } = useServices()
  const cases = useCaseStore()
  const message = ref('')
  /** The payment that "undo" beside the message takes back. */
  const undoable = ref<string | null>(null)

  async function record(instalment: PlanInstalmentState, { amount, on }: PaidDetails) {
    const [paymentId, { loan }] = [newId(), instalment]
    const outcome = await cases.change('instalment-paid', (facts) =>
      amount === missingOf(instalment)
        ? payInstalment(facts, instalment, { on, paymentId })
        : putMember(facts, 'payments', newPayment({ id: paymentId, loan, on, amount })),
    )
    const isSaved = outcome === 'saved'
    undoable.value = isSaved ? paymentId : null
    message.value = isSaved
      ? t('plan.pay.done', { loan: loanName(loan), amount: money(amount) })
      : t('plan.pay.failed')
    return isSaved
  }

  /** Takes the payment back by the history, so that redo brings it again. */
  async function undo(): Promise<void> {
    const paymentId = undoable.value
    undoable.value = null
    const last = cases.facts?.payments.at(-1)
    if (paymentId === null || last?.id !== paymentId || cases.undoLabel !== 'instalment-paid')
      return
    await cases.undo()
    message.value = t('plan.pay.undone')
  }

  return { message, undoable, record, undo }
}
