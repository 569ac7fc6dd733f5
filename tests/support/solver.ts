import type { SolveModel } from '../../src/domain/proposal/index.ts'
import { loadSolver } from '../../src/solver/index.ts'

let loading: Promise<SolveModel> | null = null

/** The solver, loaded once for all tests of a file, however long they take together. */
export const theSolver = (): Promise<SolveModel> =>
  (loading ??= loadSolver({ totalTimeLimit: 86_400 }))
