import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import {
  dropMember,
  newPayment,
  putMember,
  type Evidence,
  type Payment,
} from '../domain/case/index.ts'
import type { AttachedFile } from '../storage/repositories/index.ts'
import { useCaseStore } from './case-store.ts'
import type { ChangeOutcome } from './change-queue.ts'
import { useServices } from './services.ts'

/** What the payment form is open for: a new payment, on a loan where one is named, or one that is there. */
export type PaymentAsked =
  | { readonly kind: 'new'; readonly loan: string | null }
  | { readonly kind: 'edit'; readonly payment: Payment }

/** What a person says of a payment. */
export type PaymentSaid = Omit<Payment, 'id' | 'extra'>

/** Payments are recorded from anywhere: this holds what is asked for, and writes it down. */
export const usePaymentDeskStore = defineStore('payment-desk', () => {
  const { files, newId } = useServices()
  const cases = useCaseStore()
  const asked = shallowRef<PaymentAsked | null>(null)

  /** Opens the form for a new payment. Nothing without a case that has loans. */
  function ask(loan: string | null = null): void {
    if ((cases.facts?.loans.length ?? 0) > 0) asked.value = { kind: 'new', loan }
  }

  /** Opens the form for a payment that is there. */
  function edit(payment: Payment): void {
    asked.value = { kind: 'edit', payment }
  }

  function close(): void {
    asked.value = null
  }

  /** Keeps a receipt with the case; null where it can't be kept. Never rejects. */
  async function attach(file: AttachedFile): Promise<Evidence | null> {
    if (cases.caseId === null) return null
    return files.add(cases.caseId, file).catch(() => null)
  }

  /** Writes down what the form says, and closes it. */
  async function record(said: PaymentSaid): Promise<ChangeOutcome> {
    const { value: what } = asked
    if (what === null) return 'unchanged'
    asked.value = null
    const payment: Payment =
      what.kind === 'edit'
        ? { ...what.payment, ...said }
        : { ...newPayment({ id: newId(), ...said }), evidence: said.evidence }
    const label = what.kind === 'edit' ? 'payment-changed' : 'payment-added'
    return cases.change(label, (facts) => putMember(facts, 'payments', payment))
  }

  /** Takes payments out, all in one step. */
  const remove = (...payments: readonly Payment[]): Promise<ChangeOutcome> =>
    cases.change('payment-removed', (facts) =>
      payments.reduce((left, { id }) => dropMember(left, 'payments', id), facts),
    )

  // A form over the loans of one case must not be filled in over another.
  watch(() => cases.caseId, close, { flush: 'sync' })

  // Not `readonly`: that would hand out proxies, and what the form takes from it becomes a fact.
  return { asked: computed(() => asked.value), ask, edit, close, attach, record, remove }
})
