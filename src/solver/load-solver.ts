import loadHighs from 'highs'
import type { LinearModel, ModelAnswer, SolveModel } from '../domain/proposal/index.ts'

export interface SolverOptions {
  /** Seconds that one model may take. */
  readonly timeLimit?: number
  /** Seconds that all models together may take; after that none is looked at any more. */
  readonly totalTimeLimit?: number
  /** Where the solver's WebAssembly is found; Node finds it by itself. */
  readonly wasmUrl?: string
}

/** A model of a household is solved in a few seconds; what takes longer is told with its gap. */
const USUAL_TIME_LIMIT = 20
/** A household has a handful of models. */
const USUAL_TOTAL_LIMIT = 60

/**
 * A household's models are small and their first bounds tight: heuristics that solve smaller programs
 * within the program, and starting over, take longer than the proof itself.
 */
const SETTINGS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-6,
  mip_allow_restart: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
} as const

/** Nothing is known of a model that was not looked at. */
const UNSEEN: ModelAnswer = {
  status: 'stopped',
  values: [],
  cost: Number.POSITIVE_INFINITY,
  bound: Number.NEGATIVE_INFINITY,
}

/** A thread loads the solver once, and solves everything with it. A load that failed is tried again. */
let loading: ReturnType<typeof loadHighs> | null = null

function load(wasmUrl: string | undefined): ReturnType<typeof loadHighs> {
  loading ??= loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl }).catch(
    (error: unknown) => {
      loading = null
      throw error
    },
  )
  return loading
}

/**
 * Loads the solver (HiGHS) and gives back the one function that solves a model. One thread and a fixed
 * seed: the same model gets the same answer.
 */
export async function loadSolver(options: SolverOptions = {}): Promise<SolveModel> {
  const { timeLimit = USUAL_TIME_LIMIT, totalTimeLimit = USUAL_TOTAL_LIMIT, wasmUrl } = options
  const highs = await load(wasmUrl)
  let left = totalTimeLimit
  return (model) => {
    if (left <= 0) return UNSEEN
    return highs.withModel(modelData(model, highs.infinity), (solver): ModelAnswer => {
      solver.options.set({
        ...SETTINGS,
        time_limit: Math.min(timeLimit, left),
      })
      solver.run()
      left -= solver.getRunTime()
      const code = solver.getModelStatus()
      const status = statusOf(code, highs.constants.modelStatus)
      const isMixed = model.columns.some(({ whole }) => whole)
      // What a program without whole numbers has before it is solved is no answer, and no bound.
      const isReadable = isMixed && code === highs.constants.modelStatus.timeLimit
      if (status === 'stopped' && !isReadable) return UNSEEN
      const solution = solver.getSolution()
      const cost = solver.getObjectiveValue()
      const hasValues = status !== 'infeasible' && Number.isFinite(cost)
      return {
        status,
        values: hasValues ? [...solution.colValue] : [],
        cost,
        bound: isMixed ? Number(solver.info.get('mip_dual_bound')) : cost,
      }
    })
  }
}

function statusOf(
  code: number,
  codes: { readonly optimal: number; readonly infeasible: number },
): ModelAnswer['status'] {
  if (code === codes.optimal) return 'optimal'
  return code === codes.infeasible ? 'infeasible' : 'stopped'
}

/** The model in the solver's own sparse form, row by row. */
function modelData({ columns, rows }: LinearModel, infinity: number) {
  const bounded = (value: number): number =>
    Number.isFinite(value) ? value : value < 0 ? -infinity : infinity
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [column, factor] of terms) {
      if (factor === 0) continue
      indices.push(column)
      values.push(factor)
    }
    starts.push(indices.length)
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => bounded(lower)),
    colUpper: columns.map(({ upper }) => bounded(upper)),
    rowLower: rows.map(({ lower }) => bounded(lower)),
    rowUpper: rows.map(({ upper }) => bounded(upper)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    },
    integrality: columns.map(({ whole }) => (whole ? (1 as const) : (0 as const))),
  }
}
