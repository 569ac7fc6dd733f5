import { multiplyDivideHalfUp } from './integer.ts'
import { refuse, succeed, type Result } from './result.ts'

declare const fenBrand: unique symbol

/** An amount of money in fen (1/100 yuan): always an integer, may be negative. */
export type Fen = number & { readonly [fenBrand]: true }

export type MoneyProblem = 'not-an-amount' | 'too-many-decimals' | 'too-large'

/** The largest amount taken from outside: 10 billion yuan, far inside the exact integers. */
const LARGEST_FEN = 1_000_000_000_000

export const ZERO_FEN = 0 as Fen

/** Marks an integer as fen. Only for numbers that are fen already. @throws RangeError on a non-integer */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount in fen is a safe integer')
  return (amount === 0 ? 0 : amount) as Fen
}

/**
 * Reads a decimal string in yuan, at most two decimals ("12000.00", "-3.5", "7"), as fen.
 * Nothing is rounded: a third decimal is refused.
 */
export function parseYuan(text: string): Result<Fen, MoneyProblem> {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return refuse('not-an-amount')
  const [, sign = '', whole = '', decimals = ''] = match
  if (decimals.length > 2) return refuse('too-many-decimals')
  const magnitude = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (magnitude > LARGEST_FEN) return refuse('too-large')
  return succeed(fen(sign === '-' ? -magnitude : magnitude))
}

/** Writes fen as the decimal string of the case file: always two decimals, no grouping. */
export function formatYuan(amount: Fen): string {
  const magnitude = Math.abs(amount)
  const cents = String(magnitude % 100).padStart(2, '0')
  return `${amount < 0 ? '-' : ''}${String(Math.floor(magnitude / 100))}.${cents}`
}

export const addFen = (...amounts: readonly Fen[]): Fen => sumFen(amounts)

export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)

/** The sum of any number of amounts; nothing is zero fen. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0
  for (const amount of amounts) total += amount
  return fen(total)
}

export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b)

export const maxFen = (a: Fen, b: Fen): Fen => (a > b ? a : b)

/** amount × numerator ÷ denominator, half up to the fen. */
export const scaleFen = (amount: Fen, numerator: number, denominator: number): Fen =>
  fen(multiplyDivideHalfUp(amount, numerator, denominator))

/**
 * Splits an amount in proportion to weights so that the parts sum to it exactly: each part is
 * rounded down and the fen left over go to the largest remainders, earlier parts first on a tie
 * (Hamilton's method). Weights are non-negative integers; when all are zero nothing is split.
 */
export function splitByWeight(amount: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) return weights.map(() => ZERO_FEN)
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const parts = exact.map((share) => share / total)
  const left = Number(BigInt(amount) - parts.reduce((sum, part) => sum + part, 0n))
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % total }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
    )
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index))
  return parts.map((part, index) => fen(Number(part) + (lucky.has(index) ? 1 : 0)))
}
