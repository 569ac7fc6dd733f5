import { computed, ref, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import type { Case, Locale, Plan } from '../../domain/case/index.ts'
import {
  LETTER_SUBJECTS,
  letterContext,
  letterObstacles,
  letterSubjects,
  type LetterSpec,
  type LetterSubject,
} from '../../domain/document/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import type { LetterTemplate } from '../../packs/index.ts'
import {
  useCaseStore,
  useDayStore,
  useFiguresStore,
  useProposals,
  useServices,
} from '../../stores/index.ts'

/** The letter a person comes for first: the offer to a creditor. */
const FIRST_LETTER = 'hardship-proposal'

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

const keyOf = ({ creditor, loan }: LetterSubject): string => loan ?? creditor ?? ''

/** A letter with those it can be sent about: the ones it applies to, or else all. */
export interface LetterOption {
  readonly template: LetterTemplate
  readonly applies: boolean
  readonly subjects: readonly LetterSubject[]
}

/**
 * What is being written: one of the pack's letters, about a loan, a creditor or the household, in a
 * language, and by one of the proposals that can be kept. A choice that no longer exists falls back
 * to the plan's, the recommended or the first.
 */
export function useLetterChoice() {
  const route = useRoute()
  const asked = (name: string): string | null => {
    const value = route.query[name]
    return typeof value === 'string' ? value : null
  }
  const chosenLetter = ref(asked('letter'))
  const chosenProposal = ref(asked('proposal'))
  const chosenSubject = ref(asked('loan') ?? asked('creditor'))
  const locale = ref<Locale>('zh-CN')
  const byProposal = useProposalChoice(chosenProposal)
  const options = useLetterOptions(byProposal.proposal, locale)
  const { option, subject } = useShownLetter(options, chosenLetter, chosenSubject)
  return {
    ...byProposal,
    options,
    option,
    subject,
    locale,
    chosenLetter,
    chosenProposal,
    chosenSubject,
    keyOf,
  }
}

/** The proposals that can be kept, and the one to speak of. */
function useProposalChoice(chosen: Ref<string | null>) {
  const cases = useCaseStore()
  const searched = useProposals()
  const plan = computed(() => cases.facts?.plan ?? null)
  const proposals = computed(() =>
    (searched.set?.proposals ?? []).filter(({ feasible }) => feasible),
  )
  const planned = computed(() => proposalOfPlan(plan.value, proposals.value))
  const proposal = computed(() => {
    const byId = (id: string | null | undefined) => proposals.value.find((other) => other.id === id)
    return (
      byId(chosen.value) ??
      planned.value ??
      byId(searched.set?.recommended) ??
      proposals.value[0] ??
      null
    )
  })
  return { plan, proposals, planned, proposal, searched }
}

/** Every letter with those it applies to. Each loan and creditor is looked at once for all letters. */
function useLetterOptions(proposal: Ref<Proposal | null>, locale: Ref<Locale>) {
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const figures = useFiguresStore()
  const subjects = computed(() => {
    const { facts } = cases
    if (facts === null) return []
    const { conduct } = figures
    const shared = { facts, proposal: proposal.value, on: days.day, locale: locale.value }
    return LETTER_SUBJECTS.flatMap((about) => {
      const letter: LetterSpec = { ...NO_WORDS, about }
      return letterSubjects(facts, letter).map((subject) => ({
        about,
        subject,
        context: letterContext({ ...shared, letter, subject, rules: pack, conduct }),
      }))
    })
  })
  return computed<readonly LetterOption[]>(() =>
    pack.letters.map((template) => {
      const all = subjects.value.filter(({ about }) => about === template.about)
      const fitting = all.filter(({ context }) => letterObstacles(template, context).length === 0)
      const shown = fitting.length > 0 ? fitting : all
      return {
        template,
        applies: fitting.length > 0,
        subjects: shown.map(({ subject }) => subject),
      }
    }),
  )
}

function useShownLetter(
  options: Readonly<Ref<readonly LetterOption[]>>,
  chosenLetter: Ref<string | null>,
  chosenSubject: Ref<string | null>,
) {
  const cases = useCaseStore()
  const option = computed(() => {
    const byId = (id: string | null) => options.value.find(({ template }) => template.id === id)
    const first = byId(FIRST_LETTER)
    return (
      byId(chosenLetter.value) ??
      (first?.applies === true ? first : options.value.find(({ applies }) => applies)) ??
      null
    )
  })
  const subject = computed(() => {
    const known = option.value?.subjects ?? []
    const wanted = wantedCreditor(cases.facts, chosenSubject.value)
    return (
      known.find((other) => keyOf(other) === chosenSubject.value) ??
      known.find(({ creditor }) => wanted !== null && creditor === wanted) ??
      known[0] ??
      null
    )
  })
  return { option, subject }
}

const NO_WORDS: LetterSpec = {
  id: '',
  about: 'loan',
  needs: [],
  creditorKinds: null,
  loanKinds: null,
  asks: [],
  cites: [],
}

/** Going from a letter about a loan to one about its creditor keeps to that creditor. */
function wantedCreditor(facts: Case | null, chosen: string | null): string | null {
  if (facts === null || chosen === null) return null
  return facts.loans.find(({ id }) => id === chosen)?.creditor ?? chosen
}
