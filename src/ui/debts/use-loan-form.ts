import {
  computed,
  inject,
  nextTick,
  provide,
  reactive,
  ref,
  type InjectionKey,
  type Ref,
} from 'vue'
import { useI18n } from 'vue-i18n'
import type { Creditor, Loan } from '../../domain/case/index.ts'
import { useCaseStore, useDayStore, useServices } from '../../stores/index.ts'
import type { DraftProblem } from './draft-problem.ts'
import { emptyLoanDraft, loanDraftOf, type LoanDraft } from './loan-draft.ts'
import { readLoanDraft, type ReadLoan } from './read-loan-draft.ts'

/** The form that the sections of the loan form share. */
export interface LoanForm {
  readonly draft: LoanDraft
  /** The loan that is edited; null for a new one. */
  readonly loan: Loan | null
  readonly creditors: readonly Creditor[]
  /** The reason beside a field, once saving was tried; null when there is none. */
  readonly errorOf: (field: string) => string | null
}

const loanFormKey: InjectionKey<LoanForm> = Symbol('loan form')

/** The form around a section. @throws Error outside of a loan form: a mistake of the screen */
export function useLoanForm(): LoanForm {
  const form = inject(loanFormKey, null)
  if (form === null) throw new Error('a section of the loan form stands outside of it')
  return form
}

/** Holds the form for a new loan, or for one that exists, and reads it as a whole. */
export function provideLoanForm(loan: Loan | null, root: Ref<HTMLElement | null>) {
  const { t } = useI18n()
  const cases = useCaseStore()
  const days = useDayStore()
  const { newId } = useServices()
  const creditors = cases.facts?.creditors ?? []
  const creditor = creditors.find(({ id }) => id === loan?.creditor) ?? null
  const draft = reactive(loan === null ? emptyLoanDraft(creditors) : loanDraftOf(loan, creditor))
  const untouched = JSON.stringify(draft)

  const read = () =>
    readLoanDraft(draft, {
      loan,
      creditors,
      on: days.day,
      newId,
      paidNote: t('debts.form.paid.note'),
    })
  const tried = ref(false)
  const problems = computed<readonly DraftProblem[]>(() => {
    if (!tried.value) return []
    const reading = read()
    return reading.ok ? [] : reading.problem
  })
  const errorOf = (field: string): string | null => {
    const problem = problems.value.find((candidate) => candidate.field === field)
    return problem === undefined ? null : t(`debts.problem.${problem.code}`)
  }

  /** The loan when every field fits; otherwise shows the reasons and goes to the first. */
  async function submit(): Promise<ReadLoan | null> {
    tried.value = true
    await nextTick()
    // A field that keeps unreadable text says so itself; its old value must not be saved silently.
    if (focusFirstError(root.value)) return null
    const reading = read()
    return reading.ok ? reading.value : null
  }

  provide(loanFormKey, { draft, loan, creditors, errorOf })
  return { draft, problems, submit, isDirty: () => JSON.stringify(draft) !== untouched }
}

/** Opens what is folded around the first field with an error and puts the focus there. */
function focusFirstError(root: HTMLElement | null): boolean {
  const field = root?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null
  if (field === null) return false
  focusField(field)
  return true
}

/** Puts the focus on a field, opening what it is folded into. */
export function focusField(field: HTMLElement): void {
  const folded = field.closest('details')
  if (folded !== null) folded.open = true
  field.focus()
}
