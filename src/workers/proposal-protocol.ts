import type { Case } from '../domain/case/index.ts'
import type { LimitRules } from '../domain/cost/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import type { ArrangementRule, Objective } from '../domain/proposal/index.ts'
import type { WeighedProposals } from '../domain/simulation/index.ts'

/** What the window asks of the proposal worker. Plain data: it is copied on its way. */
export interface ProposalRequest {
  readonly facts: Case
  readonly arrangements: readonly ArrangementRule[]
  readonly limits: LimitRules
  readonly on: CalendarDate
  readonly objective: Objective
  readonly seed: number
  readonly runs: number
  /** Seconds after which the search for the optimum ends with the best it has. */
  readonly timeLimit: number
}

/** What is being worked on, in this order. */
export const PROPOSAL_STEPS = ['strategies', 'optimum', 'weighing'] as const
export type ProposalStep = (typeof PROPOSAL_STEPS)[number]

/**
 * What the worker says: where it is, then what the strategies come to, then everything with the exact
 * answers. `failed` ends it as the result does; its words are for the console and no person's.
 */
export type ProposalMessage =
  | { readonly kind: 'progress'; readonly step: ProposalStep }
  | { readonly kind: 'strategies'; readonly weighed: WeighedProposals }
  | { readonly kind: 'result'; readonly weighed: WeighedProposals }
  | { readonly kind: 'failed'; readonly cause: string }

/** A search that was started. */
export interface ProposalSearchJob {
  /** Ends it at once; nothing more is heard of it. */
  readonly cancel: () => void
}

/** Starts a search and hands on what is said about it, in order. */
export type StartProposalSearch = (
  request: ProposalRequest,
  hear: (message: ProposalMessage) => void,
) => ProposalSearchJob
