import {
  fen,
  parseDate,
  parseYuan,
  refuse,
  succeed,
  type CalendarDate,
  type Fen,
  type Result,
} from '../../domain/kernel/index.ts'

/** Why a cell can't be read. */
export type CellProblem = 'missing' | 'not-a-day' | 'not-an-amount' | 'zero' | 'not-a-count'

const DAY = /^(\d{4})(?:[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?|(\d{2})(\d{2}))(?!\d)/
const TIME = /(?<!\d)(\d{1,2})[:：时](\d{2})/

/** Of the two ways to write a day only one has parts. */
const isPart = (part: string | undefined): boolean => part !== undefined

/** The day at the beginning of a cell: 2026-11-24, 2026/11/24, 20261124, 2026年11月24日, with or without a time. */
export function readDay(cell: string): Result<CalendarDate, CellProblem> {
  if (cell === '') return refuse('missing')
  const [year = '', month = '', day = ''] = DAY.exec(cell.normalize('NFKC'))
    ?.slice(1)
    .filter(isPart) ?? ['']
  const read = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.ok ? succeed(read.value) : refuse('not-a-day')
}

/** Minutes after midnight of the time in a cell; null where it has none. */
export function readMinute(cell: string): number | null {
  const match = TIME.exec(cell.normalize('NFKC'))
  const [hours, minutes] = [Number(match?.[1] ?? 24), Number(match?.[2] ?? 60)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** A signed amount of yuan to the fen: grouping commas, full-width digits and currency marks are passed over. */
export function readAmount(cell: string): Result<Fen, CellProblem> {
  const number = cell
    .normalize('NFKC')
    .replaceAll(/[\s,，]/g, '')
    .replaceAll(/^([+-]?)[¥￥]|(?:元|CNY|RMB)$/gi, '$1')
    .replace(/^\+/, '')
  if (number === '') return refuse('missing')
  const amount = parseYuan(number.replace(/^-/, ''))
  if (!amount.ok || amount.value < 0) return refuse('not-an-amount')
  if (amount.value === 0) return refuse('zero')
  return succeed(number.startsWith('-') ? fen(-amount.value) : amount.value)
}

const MISSED = /未接|未通|没接|拒接|无人|^(否|no?|false)$|missed|unanswered|no answer|rejected/i
const ANSWERED = /^(是|y|yes|true)$|已接|接通|接听|answered|connected/i

/** Whether a call was answered, as yes or no, as a mark or by how long it took; null where a cell does not say. */
export function readAnswered(cell: string): boolean | null {
  const text = cell.normalize('NFKC').trim()
  if (MISSED.test(text)) return false
  if (/^\d[\d\s:时分秒hms]*$/i.test(text)) return /[1-9]/.test(text)
  return ANSWERED.test(text) ? true : null
}

/** A whole number from 1 to 600, as of instalments. */
export function readCount(cell: string): Result<number, CellProblem> {
  if (cell === '') return refuse('missing')
  const number = /^(\d{1,3})\s?(?:期|个月)?$/.exec(cell.normalize('NFKC'))?.[1]
  const count = Number(number ?? 0)
  return count >= 1 && count <= 600 ? succeed(count) : refuse('not-a-count')
}
