import type { Plan } from '../../domain/case/index.ts'
import type { Strategy } from '../../domain/proposal/index.ts'

const STRATEGIES: readonly Strategy[] = ['status-quo', 'pro-rata', 'personalised-instalment']

/** The way of paying that a plan was accepted from; null for one that this version does not know. */
export const strategyOf = ({ proposal }: Plan): Strategy | null =>
  STRATEGIES.find((strategy) => proposal.startsWith(`${strategy}-`)) ?? null
