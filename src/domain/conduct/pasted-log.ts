import type { ContactChannel, ContactDirection } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import { findDay, findTime, type Found } from './pasted-moment.ts'

/** A call or message as it was read out of pasted text. */
export interface PastedContact {
  readonly date: CalendarDate
  /** Minutes after midnight, by the clock of the phone that wrote it. */
  readonly minute: number
  /** '' where none was found. */
  readonly number: string
  readonly channel: Extract<ContactChannel, 'call' | 'sms'>
  readonly direction: ContactDirection
  /** null where the text does not say whether the call was answered. */
  readonly connected: boolean | null
}

/** Lines that belong together: with what was read out of them, or null where they are no call or message. */
export interface PastedPiece {
  readonly contact: PastedContact | null
  readonly lines: readonly string[]
}

/** How far into a line its day and time are looked for: further on they are what a message speaks of. */
const HEAD = 40

/** A mark below a call, like its length, is shorter than this; more is what a message says. */
const SHORT_MARK = 12

const MISSED = /未接|未接通|未接听|未应答|无人接听|无应答|拒接|已拒|漏接|missed|no answer|declined/i
const ANSWERED = /已接|接通|接听|通话|时长|answered|incoming call/i
const OUTGOING = /呼出|主叫|去电|拨出|已拨|拨打|已发送|发出|outgoing|sent/i
const MESSAGE = /短信|彩信|信息|消息|sms|【/i
const NUMBER = /\+?\d(?:[- ]?[\d*]){4,20}/
const DURATION =
  /(?<!\d)(?:(\d{1,3})\s?(?:小?时|h))?\s?(?:(\d{1,3})\s?(?:分钟?|m(?:in)?))?\s?(?:(\d{1,5})\s?(?:秒|s(?:ec)?\b))/i

/**
 * Reads a pasted list of calls or messages: a line with a day and a time begins an entry, a line with
 * a day alone dates those below it, and lines without either belong to the entry above. A number on a
 * line of its own goes with the time below it. Days without a year are the last ones before `on`.
 * No line is lost: put one after another the pieces are the text without its empty lines.
 */
export function readPastedLog(text: string, on: CalendarDate): readonly PastedPiece[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
  const reading: Reading = { pieces: [], day: null, waiting: null }
  for (const line of lines) {
    const head = headOf(line, on)
    reading.day = head.day?.value ?? reading.day
    if (head.time !== null && reading.day !== null)
      beginEntry(reading, line, { day: head.day, time: head.time, date: reading.day })
    else addLine(reading, line, head.day !== null)
  }
  return reading.pieces
}

/** How far a text was read. */
interface Reading {
  readonly pieces: { contact: PastedContact | null; lines: string[] }[]
  /** The last day that was named. */
  day: CalendarDate | null
  /** A number on a line of its own that waits for its time; it is the last piece. */
  waiting: string | null
}

function beginEntry(reading: Reading, line: string, moment: EntryMoment): void {
  const before = reading.waiting === null ? undefined : reading.pieces.pop()
  const contact = contactOf(line, moment, reading.waiting)
  reading.pieces.push({ contact, lines: [...(before?.lines ?? []), line] })
  reading.waiting = null
}

function addLine(reading: Reading, line: string, isDay: boolean): void {
  const last = reading.pieces.at(-1)
  const isNumber = !isDay && isNumberLine(line)
  if (last?.contact && !isNumber && !isDay) {
    last.lines.push(line)
    last.contact = withMessage(last.contact, line)
  } else reading.pieces.push({ contact: null, lines: [line] })
  reading.waiting = isNumber ? line : null
}

interface EntryMoment {
  readonly day: Head['day']
  readonly time: Found<number>
  readonly date: CalendarDate
}

interface Head {
  readonly day: Found<CalendarDate> | null
  readonly time: Found<number> | null
}

/** The day and time that a line begins with; what comes after a message's own mark is its text. */
function headOf(line: string, on: CalendarDate): Head {
  const head = line.slice(0, HEAD).split('【')[0] ?? ''
  const day = findDay(head, on)
  const time = findTime(day === null ? head : blanked(head, day))
  return { day, time }
}

const blanked = (text: string, { at, length }: Found<unknown>): string =>
  text.slice(0, at) + ' '.repeat(length) + text.slice(at + length)

function contactOf(
  line: string,
  { day, time, date }: EntryMoment,
  numberLine: string | null,
): PastedContact {
  const withoutDay = day === null ? line : blanked(line, day)
  const rest = blanked(withoutDay, time)
  const channel = MESSAGE.test(rest) ? 'sms' : 'call'
  return {
    date,
    minute: time.value,
    number: numberIn(rest) || numberIn(numberLine ?? ''),
    channel,
    direction: OUTGOING.test(rest) ? 'out' : 'in',
    connected: channel === 'sms' ? true : wasAnswered(rest),
  }
}

/** Text below a call's line that is no mark of a call makes it a message. */
function withMessage(contact: PastedContact, line: string): PastedContact {
  if (contact.channel === 'sms') return contact
  if (MESSAGE.test(line) || line.trim().length > SHORT_MARK)
    return { ...contact, channel: 'sms', connected: true }
  return { ...contact, connected: contact.connected ?? wasAnswered(line) }
}

function wasAnswered(text: string): boolean | null {
  if (MISSED.test(text)) return false
  const seconds = secondsIn(text)
  if (seconds !== null) return seconds > 0
  return ANSWERED.test(text) ? true : null
}

/** How long a call took: 1分23秒, 83秒, 01:23, 00:01:23. Null where the text does not say. */
function secondsIn(text: string): number | null {
  const clock = /(?<!\d)(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?![\d:])/.exec(text)
  const minutes = /(?<!\d)(\d{1,3})\s?分/.exec(text)
  const parts = DURATION.exec(text) ?? clock
  if (parts === null && minutes !== null) return Number(minutes[1]) * 60
  if (parts === null) return null
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
}

const numberIn = (text: string): string =>
  (NUMBER.exec(withoutDurations(text))?.[0] ?? '').replaceAll(' ', '')

/** Bounded repeats: text may be anybody's, and a search must not go over it again and again. */
const AMOUNT = /(?<!\d)\d{1,6}\s?(?:小?时|分钟?|秒|次|元|条)|(?<!\d)\d{1,2}(?::\d{2}){1,2}/g

const withoutDurations = (text: string): string =>
  text.replace(AMOUNT, (found) => ' '.repeat(found.length))

/** A line that is a number, perhaps with a short name beside it. */
function isNumberLine(line: string): boolean {
  const number = NUMBER.exec(line)?.[0]
  return number !== undefined && line.trim().length - number.length <= 12 && !line.includes('【')
}
