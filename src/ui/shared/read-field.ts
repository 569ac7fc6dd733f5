import {
  formatFraction,
  parseDate,
  parseRate,
  parseYuan,
  refuse,
  succeed,
  type CalendarDate,
  type Fen,
  type FractionProblem,
  type Rate,
  type RatePeriod,
  type Result,
} from '../../domain/kernel/index.ts'
import type { DateBounds, FieldReason } from './field-reason.ts'

/** What a field makes of its text: a value, null for an empty field, or the reason why not. */
export type FieldReading<Value> = Result<Value | null, FieldReason>

/** Full-width digits, grouping commas and currency marks are how people write; only the number counts. */
const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/^[¥￥]|元$/g, '')

/** Reads yuan: never negative, at most two decimals, zero only where it makes sense. */
export function readMoney(text: string, allowZero: boolean): FieldReading<Fen> {
  const number = plainNumber(text)
  if (number === '') return succeed(null)
  const reading = parseYuan(number)
  if (!reading.ok) return refuse({ code: reading.problem })
  if (reading.value < 0) return refuse({ code: 'negative' })
  if (reading.value === 0 && !allowZero) return refuse({ code: 'zero' })
  return succeed(reading.value)
}

export interface NumberBounds {
  readonly min: number | undefined
  readonly max: number | undefined
  readonly decimals: number
}

/** Reads a number within bounds, whole unless decimals are allowed. */
export function readNumber(text: string, bounds: NumberBounds): FieldReading<number> {
  const number = plainNumber(text)
  if (number === '') return succeed(null)
  if (!/^-?\d{1,12}(\.\d+)?$/.test(number)) return refuse({ code: 'not-a-number' })
  const decimals = number.split('.')[1]?.replace(/0+$/, '').length ?? 0
  if (decimals > bounds.decimals) {
    return refuse({ code: bounds.decimals === 0 ? 'not-whole' : 'too-many-decimals' })
  }
  const outside = outsideBounds(Number(number), bounds)
  return outside === null ? succeed(Number(number)) : refuse(outside)
}

function outsideBounds(value: number, { min, max }: NumberBounds): FieldReason | null {
  const isLow = min !== undefined && value < min
  const isHigh = max !== undefined && value > max
  if (!isLow && !isHigh) return null
  if (min !== undefined && max !== undefined) return { code: 'between', values: { min, max } }
  if (min !== undefined) return { code: 'at-least', values: { min } }
  return max === undefined ? null : { code: 'at-most', values: { max } }
}

const RATE_REASONS = {
  'not-a-number': 'not-a-number',
  'too-many-decimals': 'too-many-decimals',
  'too-large': 'too-large',
} as const satisfies Record<FractionProblem, FieldReason['code']>

/** Reads percent ("18.25") per period as an exact rate. */
export function readRate(text: string, per: RatePeriod): FieldReading<Rate> {
  const number = plainNumber(text).replace(/%$/, '')
  if (number === '') return succeed(null)
  if (/^-\d/.test(number)) return refuse({ code: 'negative' })
  if (!/^\d+(\.\d+)?$/.test(number)) return refuse({ code: 'not-a-number' })
  const reading = parseRate(movePoint(number, -2), per)
  return reading.ok ? reading : refuse({ code: RATE_REASONS[reading.problem] })
}

/** A rate as percent, exact: 0.0005 → "0.05". */
export const writeRate = (rate: Rate): string => movePoint(formatFraction(rate), 2)

/** Moves the decimal point of a plain decimal string: exact, where × 100 is not. */
function movePoint(number: string, places: 2 | -2): string {
  const [whole = '', decimals = ''] = number.split('.')
  const padded = `${whole.padStart(3, '0')}${decimals.padEnd(2, '0')}`
  const at = Math.max(whole.length, 3) + places
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const right = padded.slice(at).replace(/0+$/, '')
  return right === '' ? left : `${left}.${right}`
}

/** Reads a day as people write it: 2026-11-24, 2026/11/24, 2026.11.24, 20261124, 2026年11月24日. */
export function readDate(text: string, bounds: DateBounds): FieldReading<CalendarDate> {
  const written = text.normalize('NFKC').trim()
  if (written === '') return succeed(null)
  const iso = isoDate(written)
  if (iso === null) return refuse({ code: 'not-a-date' })
  const reading = parseDate(iso)
  return reading.ok ? withinDays(reading.value, bounds) : refuse({ code: reading.problem })
}

function isoDate(written: string): string | null {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(written) ??
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(written) ??
    []
  if (year === undefined || month === undefined || day === undefined) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function withinDays(day: CalendarDate, { min, max }: DateBounds): FieldReading<CalendarDate> {
  if (min !== undefined && day < min) return refuse({ code: 'not-before', values: { date: min } })
  if (max !== undefined && day > max) return refuse({ code: 'not-after', values: { date: max } })
  return succeed(day)
}
