import type { Plan } from '../../domain/case/index.ts'
import { STRATEGIES, type Strategy } from '../../domain/proposal/index.ts'

/** The way of paying that a plan was accepted from; null for one that this version does not know. */
export const strategyOf = ({ proposal }: Plan): Strategy | null =>
  STRATEGIES.find((strategy) => proposal.replace(/-\d{4}-\d{2}-\d{2}$/, '') === strategy) ?? null
