import { addDays, dateParts, dayNumber, parseDate, type CalendarDate } from '../kernel/index.ts'

/** Something read out of a text, and where it stands. */
export interface Found<Value> {
  readonly value: Value
  readonly at: number
  readonly length: number
}

const FULL = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:\s?日)?(?!\d)/
const SHORT = /(?<![\d-])(\d{1,2})\s?(?:月\s?(\d{1,2})\s?日|[-/](\d{1,2}))(?![\d-])/
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/前天/, 2],
  [/昨[天日晚]|yesterday/i, 1],
  [/今[天日早晚]|today/i, 0],
]
const WEEKDAY = /(?:星期|周|礼拜)([一二三四五六日天])/
const WEEKDAYS = '一二三四五六日'

/** The first day that a text names: 2026-11-20, 11月20日, 11/20, 昨天, 星期三. Days to come are not meant. */
export function findDay(text: string, on: CalendarDate): Found<CalendarDate> | null {
  return fullDay(text, on) ?? shortDay(text, on) ?? wordDay(text, on) ?? weekday(text, on)
}

function fullDay(text: string, on: CalendarDate): Found<CalendarDate> | null {
  const match = FULL.exec(text)
  return match === null ? null : dayOf(match, [match[1], match[2], match[3]], on)
}

/** Without a year it is the last such day. */
function shortDay(text: string, on: CalendarDate): Found<CalendarDate> | null {
  const match = SHORT.exec(text)
  if (match === null) return null
  const { year } = dateParts(on)
  const day = match[2] ?? match[3]
  return (
    dayOf(match, [String(year), match[1], day], on) ??
    dayOf(match, [String(year - 1), match[1], day], on)
  )
}

function dayOf(
  match: RegExpExecArray,
  [year = '', month = '', day = '']: readonly (string | undefined)[],
  on: CalendarDate,
): Found<CalendarDate> | null {
  const read = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.ok && read.value <= on ? foundBy(match, read.value) : null
}

function wordDay(text: string, on: CalendarDate): Found<CalendarDate> | null {
  for (const [word, ago] of WORDS) {
    const match = word.exec(text)
    if (match !== null) return foundBy(match, addDays(on, -ago))
  }
  return null
}

/** Phones name the days of the last week: the day itself is called today. */
function weekday(text: string, on: CalendarDate): Found<CalendarDate> | null {
  const match = WEEKDAY.exec(text)
  if (match === null) return null
  const wanted = WEEKDAYS.indexOf((match[1] ?? '').replace('天', '日'))
  // 1970-01-01 was a Thursday: 3 counted from Monday.
  const today = (((dayNumber(on) + 3) % 7) + 7) % 7
  const ago = (today - wanted + 7) % 7
  return foundBy(match, addDays(on, -(ago === 0 ? 7 : ago)))
}

const TIME =
  /(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|深夜)?\s?(?<!\d)(\d{1,2})\s?(?:[:：]\s?(\d{2})(?:[:：]\d{2})?|[点时]\s?(?:(\d{1,2})\s?分?)?)(?![\d:：])\s?(am|pm)?/i
const AFTERNOON = /下午|傍晚|晚上|晚间|深夜|pm/i
const NIGHT = /凌晨|am/i

/** The first time of day that a text names, in minutes after midnight: 21:40, 下午3:20, 9点05分, 3:20 PM. */
export function findTime(text: string): Found<number> | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const part = `${match[1] ?? ''}${match[5] ?? ''}`
  const written = Number(match[2])
  const minutes = Number(match[3] ?? match[4] ?? 0)
  const hours = hoursOf(written, part)
  return hours < 24 && minutes < 60 ? foundBy(match, hours * 60 + minutes) : null
}

function hoursOf(written: number, part: string): number {
  if (AFTERNOON.test(part) && written < 12) return written + 12
  if (NIGHT.test(part) && written === 12) return 0
  if (part.includes('中午') && written < 3) return written + 12
  return written
}

const foundBy = <Value>(match: RegExpExecArray, value: Value): Found<Value> => ({
  value,
  at: match.index,
  length: match[0].length,
})
