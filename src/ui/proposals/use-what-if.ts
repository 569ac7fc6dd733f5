import { computed, type Ref } from 'vue'
import { monthlyBudget } from '../../domain/budget/index.ts'
import type { Case } from '../../domain/case/index.ts'
import type { Fen } from '../../domain/kernel/index.ts'
import { proposeAll, type ProposalSet } from '../../domain/proposal/index.ts'
import { useCaseStore, useDayStore, useServices } from '../../stores/index.ts'
import { withChange, type WhatIf } from './what-if.ts'

/** The household as it is and with the change, and what each could propose. */
export interface WhatIfResult {
  readonly now: ProposalSet
  readonly then: ProposalSet
  /** What can be paid a month. */
  readonly affordable: { readonly now: Fen; readonly then: Fen }
}

/** Nothing is stored, so nothing needs a name of its own. */
const UNNAMED = { id: 'what-if', label: '' }

/**
 * The proposals as they are and with a change, by the same ways on both sides: those that are found
 * at once. Null without a loan or an income.
 */
export function useWhatIf(change: Ref<WhatIf>) {
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()

  const facts = computed(() => {
    const known = cases.facts
    return known === null || known.loans.length === 0 || known.budget.incomes.length === 0
      ? null
      : known
  })
  const proposalsOf = (known: Case): ProposalSet => proposeAll(known, pack.arrangements, days.day)
  const affordableOf = ({ budget }: Case): Fen => monthlyBudget(budget, days.day).affordable

  const now = computed(() => (facts.value === null ? null : proposalsOf(facts.value)))
  return computed<WhatIfResult | null>(() => {
    if (facts.value === null || now.value === null) return null
    const changed = withChange(facts.value, change.value, UNNAMED)
    return {
      now: now.value,
      then: changed === facts.value ? now.value : proposalsOf(changed),
      affordable: { now: affordableOf(facts.value), then: affordableOf(changed) },
    }
  })
}
