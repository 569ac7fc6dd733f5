import { addDays, sha256, utf8, type CalendarDate } from '../../kernel/index.ts'

/** A whole day of a calendar, in the words of the person's language. */
export interface CalendarEntry {
  /** Of the agenda's item: the same thing keeps it. */
  readonly id: string
  readonly on: CalendarDate
  readonly summary: string
  readonly description: string
}

/** The most octets of a line, its end left out (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/**
 * An iCalendar file (RFC 5545) of whole days. Unique ids are digests: they stay the same for the same
 * thing, so that a second import changes entries and adds none, and they tell nothing about anybody.
 * @param stamp the moment of writing in UTC, as 20261124T083000Z: the later file wins
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { name, stamp }: { readonly name: string; readonly stamp: string },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Respite//Respite//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const eventLines = (entry: CalendarEntry, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${sha256(utf8(entry.id)).slice(0, 40)}@respite`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(entry.on)}`,
  `DTEND;VALUE=DATE:${compact(addDays(entry.on, 1))}`,
  `SUMMARY:${escaped(entry.summary)}`,
  ...(entry.description === '' ? [] : [`DESCRIPTION:${escaped(entry.description)}`]),
  'TRANSP:TRANSPARENT',
  'CLASS:PRIVATE',
  'END:VEVENT',
]

const compact = (date: CalendarDate): string => date.replaceAll('-', '')

/** TEXT of RFC 5545, 3.3.11: backslash, semicolon and comma are escaped, a line break is \n, control characters go. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')

/** Long lines go on after a line break and a space; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const character of line) {
    const size = utf8(character).length
    const room = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1
    if (octets + size > room) {
      parts.push(part)
      ;[part, octets] = ['', 0]
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
