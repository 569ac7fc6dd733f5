import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { Case } from '../domain/case/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import {
  completeReasonableness,
  proposalSearch,
  rateLimits,
  withNegotiationRanges,
  type Objective,
  type Proposal,
  type ProposalSet,
} from '../domain/proposal/index.ts'
import { USUAL_RUNS, USUAL_SEED, type WeighedProposals } from '../domain/simulation/index.ts'
import type { Pack } from '../packs/index.ts'
import type {
  ProposalMessage,
  ProposalRequest,
  ProposalSearchJob,
  ProposalStep,
} from '../workers/index.ts'
import { useCaseStore } from './case-store.ts'
import { useDayStore } from './day-store.ts'
import { useServices } from './services.ts'

/** Facts that are being typed are waited for this long. */
const PAUSE = 300
/** Seconds after which the search ends with the best it has. */
const TIME_LIMIT = 60

/** How far the search for the optimum is. `stopped`: the person ended it. */
export type SearchState = 'computing' | 'done' | 'stopped' | 'failed'

/** What proposals are worked out from. The same object as long as none of it changed. */
interface Subject {
  readonly facts: Case
  readonly on: CalendarDate
  readonly objective: Objective
}

interface Search {
  readonly subject: Subject
  readonly state: SearchState
  readonly step: ProposalStep
  readonly weighed: WeighedProposals | null
}

/**
 * The proposals for the open case: the strategies at once, then, from a worker, the exact answers and
 * each one's chance to be finished. Facts that change end the search; the newest wins. A search is only
 * made while somebody follows: see `useProposals`.
 */
export const useProposalStore = defineStore('proposals', () => {
  const { pack } = useServices()
  const objective = ref<Objective>('least-paid')
  const subject = useSubject(objective)
  const search = useSearch(subject)
  const current = computed(() =>
    search.latest.value?.subject === subject.value ? search.latest.value : null,
  )
  const state = computed<SearchState>(() => current.value?.state ?? 'computing')
  const weighed = computed(() => current.value?.weighed ?? null)
  const atOnce = computed(() => (subject.value === null ? null : unweighed(subject.value, pack)))
  return {
    /** Null without a case. */
    set: computed<ProposalSet | null>(() => weighed.value?.set ?? atOnce.value),
    state,
    /** The search may still find a better proposal than the one shown, or change its figures. */
    isProvisional: computed(() => state.value === 'computing'),
    step: computed<ProposalStep>(() => current.value?.step ?? 'strategies'),
    /** What the exact answers aim at: the person's choice, kept while the app is open. */
    objective,
    survival: computed(() => weighed.value?.survival ?? null),
    follow: search.follow,
    stop: search.stop,
    goOn: search.goOn,
  }
})

/** The proposals, worked out for as long as the caller's component is there. */
export function useProposals() {
  const proposals = useProposalStore()
  proposals.follow()
  return proposals
}

function useSubject(objective: Ref<Objective>) {
  const cases = useCaseStore()
  const days = useDayStore()
  return computed<Subject | null>((before) => {
    const { facts } = cases
    if (facts === null) return null
    const next = { facts, on: days.day, objective: objective.value }
    return before != null && isSame(before, next) ? before : next
  })
}

/** A talk that is noted or a plan that is accepted changes no proposal. */
const isSame = (a: Subject, b: Subject): boolean =>
  a.on === b.on &&
  a.objective === b.objective &&
  a.facts.loans === b.facts.loans &&
  a.facts.creditors === b.facts.creditors &&
  a.facts.payments === b.facts.payments &&
  a.facts.budget === b.facts.budget &&
  a.facts.debtor === b.facts.debtor

function useSearch(subject: { readonly value: Subject | null }) {
  const { pack, startProposalSearch } = useServices()
  const latest = shallowRef<Search | null>(null)
  const followers = ref(0)
  let job: ProposalSearchJob | null = null

  function cancel(): void {
    job?.cancel()
    job = null
  }

  const isComputing = (about: Subject): boolean =>
    latest.value?.subject === about && latest.value.state === 'computing'

  function begin(about: Subject): void {
    cancel()
    latest.value = { subject: about, state: 'computing', step: 'strategies', weighed: null }
    const own = startProposalSearch(requestFor(about, pack), (message) => {
      if (latest.value?.subject !== about || latest.value.state !== 'computing') return
      latest.value = heard(latest.value, message)
      if (latest.value.state !== 'computing') job = null
    })
    // A search may have answered before it came back.
    if (isComputing(about)) job = own
  }

  function stop(): void {
    if (latest.value?.state !== 'computing') return
    cancel()
    latest.value = { ...latest.value, state: 'stopped' }
  }

  watch(
    [() => subject.value, () => followers.value > 0] as const,
    ([about, isFollowed], _before, onCleanup) => {
      if (about === latest.value?.subject) return
      cancel()
      if (about === null || !isFollowed) return
      if (latest.value === null) {
        begin(about)
        return
      }
      const pause = setTimeout(begin, PAUSE, about)
      onCleanup(() => {
        clearTimeout(pause)
      })
    },
    { flush: 'sync' },
  )

  return {
    latest,
    stop,
    goOn: (): void => {
      if (subject.value !== null) begin(subject.value)
    },
    /** Counts the caller's component as one that looks on. */
    follow: (): void => {
      followers.value += 1
      onScopeDispose(() => {
        followers.value -= 1
      })
    },
  }
}

/** Where a search is after what it said. */
function heard(search: Search, message: ProposalMessage): Search {
  if (message.kind === 'progress') return { ...search, step: message.step }
  if (message.kind === 'failed') return { ...search, state: 'failed' }
  const state = message.kind === 'result' ? 'done' : search.state
  return { ...search, state, weighed: message.weighed }
}

const requestFor = ({ facts, on, objective }: Subject, pack: Pack): ProposalRequest => ({
  facts,
  arrangements: pack.arrangements,
  limits: { limits: pack.limits, lpr: pack.lpr },
  on,
  objective,
  seed: USUAL_SEED,
  runs: USUAL_RUNS,
  timeLimit: TIME_LIMIT,
})

/** The strategies, held against every point of the checklist that needs no simulation. */
function unweighed({ facts, on, objective }: Subject, pack: Pack): ProposalSet {
  const rules = pack.arrangements
  const set = withNegotiationRanges(proposalSearch(facts, rules, { on, objective }).heuristics, {
    facts,
    rules,
  })
  const context = { facts, on, chance: null, rateLimits: rateLimits(facts, pack, on) }
  const judge = (proposal: Proposal): Proposal => completeReasonableness(proposal, context)
  return { ...set, statusQuo: judge(set.statusQuo), proposals: set.proposals.map(judge) }
}
