import type {
  Formula,
  Operation,
  Trace,
  TraceList,
  TraceValue,
} from '../../src/domain/trace/index.ts'

/*
 * Works a trace out again from its inputs and formula alone. It shares no arithmetic with the
 * engine: fractions of big integers for all that is exact, halving for internal rates.
 */

interface Exact {
  readonly over: bigint
  readonly under: bigint
}

/** An exact number, or what halving found. */
type Value = Exact | number

type Row = Readonly<Record<string, TraceValue | undefined>>
type Scope = ReadonlyMap<string, Value>

const whole = (value: number | bigint): Exact => ({ over: BigInt(value), under: 1n })
const isExact = (value: Value): value is Exact => typeof value !== 'number'

export const asNumber = (value: Value): number => {
  if (!isExact(value)) return value
  const digits = 10n ** 24n
  return Number((value.over * digits) / value.under) / 1e24
}

/** Over the denominator that both share, where one contains the other: long sums stay small. */
function add(a: Exact, b: Exact): Exact {
  if (a.under % b.under === 0n)
    return { over: a.over + b.over * (a.under / b.under), under: a.under }
  if (b.under % a.under === 0n)
    return { over: a.over * (b.under / a.under) + b.over, under: b.under }
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}
const negated = ({ over, under }: Exact): Exact => ({ over: -over, under })
const multiply = (a: Exact, b: Exact): Exact => ({
  over: a.over * b.over,
  under: a.under * b.under,
})
const divide = (a: Exact, b: Exact): Exact => {
  if (b.over === 0n) throw new Error('a trace divides by nothing')
  const sign = b.over < 0n ? -1n : 1n
  return { over: a.over * b.under * sign, under: a.under * b.over * sign }
}
const isLess = (a: Exact, b: Exact): boolean => a.over * b.under < b.over * a.under

function raise(base: Exact, exponent: Exact): Exact {
  if (exponent.under !== 1n) throw new Error('only whole powers')
  return { over: base.over ** exponent.over, under: base.under ** exponent.over }
}

/** Half up to a whole number, away from zero on a tie. */
function rounded({ over, under }: Exact): Exact {
  const size = over < 0n ? -over : over
  const result = (2n * size + under) / (2n * under)
  return whole(over < 0n ? -result : result)
}

const MILLISECONDS_A_DAY = 86_400_000n

function valueOf(value: TraceValue): Value {
  switch (value.unit) {
    case 'money':
      return whole(value.fen)
    case 'days':
    case 'months':
    case 'times':
      return whole(value.count)
    case 'date':
      return whole(BigInt(Date.parse(`${value.on}T00:00:00Z`)) / MILLISECONDS_A_DAY)
    case 'ratio':
      return { over: BigInt(value.numerator), under: BigInt(value.denominator) }
    case 'rate':
      return value.value
    case 'code':
    case 'text':
      return whole(0)
  }
}

type Lists = ReadonlyMap<string, TraceList>

function evaluate(formula: Formula, scope: Scope, lists: Lists): Value {
  const exact = (part: Formula): Exact => {
    const value = evaluate(part, scope, lists)
    if (!isExact(value)) throw new Error('an exact value is wanted')
    return value
  }
  switch (formula.is) {
    case 'named': {
      const value = scope.get(formula.name)
      if (value === undefined) throw new Error(`nothing is called ${formula.name}`)
      return value
    }
    case 'number':
      return whole(formula.value)
    case 'fen':
      return rounded(exact(formula.of))
    case 'rows':
      return rowsOf(lists, formula.list)
        .map((row) => evaluate(formula.each, withRow(scope, row), lists))
        .reduce<Exact>((sum, value) => add(sum, value as Exact), whole(0))
    case 'internal-rate':
      return internalRate(
        rowsOf(lists, formula.list).map((row) => ({
          amount: asNumber(evaluate(formula.amount, withRow(scope, row), lists)),
          time: asNumber(evaluate(formula.time, withRow(scope, row), lists)),
        })),
      )
    default:
      return operate(formula, scope, lists)
  }
}

function operate(
  formula: Extract<Formula, { readonly of: readonly Formula[] }>,
  scope: Scope,
  lists: Lists,
): Value {
  const values = formula.of.map((part) => evaluate(part, scope, lists))
  if (!values.every(isExact)) {
    const [start = 0, ...rest] = values.map(asNumber)
    return rest.reduce(SOLVED[formula.is] ?? unknown, start)
  }
  const [first = whole(0), ...others] = values
  return others.reduce(BY_TWO[formula.is], first)
}

const unknown = (): never => {
  throw new Error('a solved rate is reckoned with by + − × and powers only')
}

/** With what a solver found: plain numbers. */
const SOLVED: Readonly<Partial<Record<Operation, (a: number, b: number) => number>>> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  power: (a, b) => a ** b,
}

const BY_TWO: Readonly<Record<Operation, (a: Exact, b: Exact) => Exact>> = {
  plus: add,
  times: multiply,
  minus: (a, b) => add(a, negated(b)),
  over: divide,
  power: raise,
  least: (a, b) => (isLess(b, a) ? b : a),
  most: (a, b) => (isLess(a, b) ? b : a),
  days: (from, to) => add(to, negated(from)),
  from: (value, floor) => (isLess(value, floor) ? whole(0) : value),
}

const rowsOf = (lists: Lists, name: string): readonly Row[] => {
  const list = lists.get(name)
  if (list === undefined) throw new Error(`no list is called ${name}`)
  return list.rows
}

function withRow(scope: Scope, row: Row): Scope {
  const inside = new Map(scope)
  for (const [name, value] of Object.entries(row))
    if (value !== undefined) inside.set(name, valueOf(value))
  return inside
}

/** The rate nearest to nothing where the flows are worth nothing: a walk outwards from 0, then halving. */
function internalRate(
  flows: readonly { readonly amount: number; readonly time: number }[],
): number {
  const worth = (rate: number): number =>
    flows.reduce((sum, { amount, time }) => sum + amount * (1 + rate) ** -time, 0)
  let step = 1e-7
  let [low, high] = [0, 0]
  while (worth(low) * worth(high) > 0 || low === high) {
    step *= 1.2
    if (worth(-Math.min(step, 0.999_999)) * worth(0) <= 0) {
      ;[low, high] = [-Math.min(step, 0.999_999), 0]
      break
    }
    high = step
    if (step > 1e12) throw new Error('no rate')
  }
  for (let n = 0; n < 300; n += 1) {
    const middle = (low + high) / 2
    if (worth(low) * worth(middle) <= 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}

const RATE_NOISE = 1e-7

const isSame = (found: Value, told: TraceValue): boolean => {
  const value = valueOf(told)
  if (isExact(found) && isExact(value)) return found.over * value.under === value.over * found.under
  const [a, b] = [asNumber(found), asNumber(value)]
  return Math.abs(a - b) <= RATE_NOISE * Math.max(1, Math.abs(b))
}

/** What of a trace does not come out when it is worked out again; its parts too. */
export function faultsOf(trace: Trace): readonly string[] {
  const lists = new Map(trace.lists.map((list) => [list.name, list]))
  let scope: Scope = new Map(trace.inputs.map(({ name, value }) => [name, valueOf(value)]))
  const faults: string[] = []
  for (const { name, formula, value } of trace.steps) {
    const found = evaluate(formula, scope, lists)
    if (!isSame(found, value)) faults.push(`${trace.figure}: ${name} is ${String(asNumber(found))}`)
    scope = new Map([...scope, [name, found]])
  }
  const found = evaluate(trace.formula, scope, lists)
  if (!isSame(found, trace.value)) faults.push(`${trace.figure} is ${String(asNumber(found))}`)
  return [...faults, ...trace.parts.flatMap(faultsOf)]
}
