import { computed, ref } from 'vue'
import { useRoute } from 'vue-router'
import type { Locale, Plan } from '../../domain/case/index.ts'
import type { LoanProposal, Proposal } from '../../domain/proposal/index.ts'
import { useCaseStore, useFiguresStore } from '../../stores/index.ts'

/** The proposal of today that the plan was accepted from: the same one, or the same way of paying. */
export function proposalOfPlan(
  plan: Plan | null,
  proposals: readonly Proposal[],
): Proposal | undefined {
  if (plan === null) return undefined
  return (
    proposals.find(({ id }) => id === plan.proposal) ??
    proposals.find(({ strategy }) => plan.proposal.startsWith(strategy))
  )
}

const asks = ({ arrangement }: LoanProposal): boolean => arrangement !== 'keep-paying'

/**
 * What the letter is about: one of the proposals that can be kept, one of its loans, a language.
 * A choice that no longer exists falls back to the plan's, the recommended or the first.
 */
export function useLetterChoice() {
  const route = useRoute()
  const cases = useCaseStore()
  const figures = useFiguresStore()
  const asked = (name: string): string | null => {
    const value = route.query[name]
    return typeof value === 'string' ? value : null
  }
  const chosenProposal = ref(asked('proposal'))
  const chosenLoan = ref(asked('loan'))
  const locale = ref<Locale>('zh-CN')

  const plan = computed(() => cases.facts?.plan ?? null)
  const proposals = computed(() =>
    (figures.proposalSet?.proposals ?? []).filter(({ feasible }) => feasible),
  )
  const planned = computed(() => proposalOfPlan(plan.value, proposals.value))
  const proposal = computed(() => {
    const byId = (id: string | null | undefined) => proposals.value.find((other) => other.id === id)
    return (
      byId(chosenProposal.value) ??
      planned.value ??
      byId(figures.proposalSet?.recommended) ??
      proposals.value[0] ??
      null
    )
  })
  const loans = computed(() => {
    const addressed = new Set(proposal.value?.perLoan.filter(asks).map(({ loan }) => loan))
    return (cases.facts?.loans ?? []).filter(({ id }) => addressed.has(id))
  })
  const loan = computed(
    () => loans.value.find(({ id }) => id === chosenLoan.value) ?? loans.value[0] ?? null,
  )
  return { plan, proposals, planned, proposal, loans, loan, locale, chosenProposal, chosenLoan }
}
