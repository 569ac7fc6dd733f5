import { proposalSearch, type SolveModel } from '../domain/proposal/index.ts'
import { weighProposals } from '../domain/simulation/index.ts'
import type { ProposalMessage, ProposalRequest } from './proposal-protocol.ts'

/** Loads the solver; what it may spend on all models together is given in seconds. */
export type LoadSolver = (timeLimit: number) => Promise<SolveModel>

/**
 * Answers a request step by step: the strategies, weighed; then the exact answers beside them, weighed
 * too. What goes wrong is told and thrown no further. Without a solver the strategies stand.
 */
export async function searchProposals(
  request: ProposalRequest,
  loadSolver: LoadSolver,
  say: (message: ProposalMessage) => void,
): Promise<void> {
  try {
    const { facts, arrangements, on, objective, timeLimit } = request
    say({ kind: 'progress', step: 'strategies' })
    const search = proposalSearch(facts, arrangements, { on, objective })
    const weighed = weighProposals(search.heuristics, request)
    say({ kind: 'strategies', weighed })
    say({ kind: 'progress', step: 'optimum' })
    const found = search.withOptimum(await loadSolver(timeLimit))
    say({ kind: 'progress', step: 'weighing' })
    say({ kind: 'result', weighed: weighProposals(found, request, weighed) })
  } catch (error) {
    say({ kind: 'failed', cause: String(error) })
  }
}
