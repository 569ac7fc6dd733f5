/** A linear program with whole-number columns: minimise the cost within the bounds of columns and rows. */
export interface LinearModel {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  /** Only whole numbers. */
  readonly whole: boolean
}

export interface Row {
  readonly lower: number
  readonly upper: number
  /** Column index and coefficient. */
  readonly terms: readonly (readonly [number, number])[]
}

export interface ModelAnswer {
  /** `stopped`: out of time; the values are the best found so far, empty where there are none. */
  readonly status: 'optimal' | 'infeasible' | 'stopped'
  readonly values: readonly number[]
  readonly cost: number
  /** No answer can cost less. */
  readonly bound: number
}

/** Solves a model; the same model gives the same answer. */
export type SolveModel = (model: LinearModel) => ModelAnswer

/** A model under construction. */
export class ModelDraft {
  readonly columns: Column[] = []
  readonly rows: Row[] = []

  /** Adds a column and returns its index. */
  column(parts: Partial<Column>): number {
    this.columns.push({
      cost: 0,
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
      whole: false,
      ...parts,
    })
    return this.columns.length - 1
  }

  /** Adds a row; terms of the same column are added up. */
  row(bounds: { readonly lower?: number; readonly upper?: number }, terms: Row['terms']): void {
    this.rows.push({
      lower: bounds.lower ?? Number.NEGATIVE_INFINITY,
      upper: bounds.upper ?? Number.POSITIVE_INFINITY,
      terms: merged(terms),
    })
  }
}

/** One term for each column. */
function merged(terms: Row['terms']): Row['terms'] {
  const sums = new Map<number, number>()
  for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor)
  return [...sums]
}
