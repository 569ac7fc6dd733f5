import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEntry } from '../../../../src/domain/plan/index.ts'
import { day } from '../../../support/builders.ts'

const anEntry = (parts: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'instalment/l1/2026-12-10',
  on: day('2026-12-31'),
  summary: '一笔付款',
  description: '',
  ...parts,
})
const about = { name: '从容还', stamp: '20261124T083000Z' }
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** A reader by RFC 5545: lines unfolded, text unescaped. */
function read(file: string): Map<string, Record<string, string>> {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  const events = new Map<string, Record<string, string>>()
  let event: Record<string, string> = {}
  for (const line of lines) {
    const at = line.indexOf(':')
    const [name, value] = [line.slice(0, at), line.slice(at + 1)]
    if (line === 'BEGIN:VEVENT') event = {}
    else if (line === 'END:VEVENT') events.set(event['UID'] ?? '', event)
    else
      event[name] = value.replaceAll(/\\(.)/g, (_, character: string) =>
        character === 'n' ? '\n' : character,
      )
  }
  return events
}

describe('the calendar file', () => {
  it('is an iCalendar of whole days with CRLF line ends', () => {
    const file = calendarFile([anEntry()], about)
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(file).toContain('DTSTAMP:20261124T083000Z\r\n')
  })

  it('doubles nothing when it is read twice, and takes what changed', () => {
    const [first, second] = [anEntry(), anEntry({ id: 'task/k1', summary: '回电话' })]
    const calendar = read(calendarFile([first, second], about))
    const later = read(calendarFile([{ ...first, summary: '改过' }, second], about))
    const merged = new Map([...calendar, ...later])
    expect(merged.size).toBe(2)
    expect([...merged.values()].map((event) => event['SUMMARY'])).toEqual(['改过', '回电话'])
  })

  it('tells nothing of the record in its unique id', () => {
    const file = calendarFile([anEntry({ id: 'task/张三' })], about)
    expect(/UID:([0-9a-f]{40})@respite/.test(file)).toBe(true)
    expect(file).not.toContain('张三')
  })

  it('folds and escapes so that any text comes back, in lines of 75 octets at the most', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.array(fc.constantFrom('还', '款', ',', ';', '\\', '\n', '🏦', 'é'), { maxLength: 200 }),
        (summary, characters) => {
          const clean = summary.replaceAll(/\p{Cc}/gu, '')
          const entry = anEntry({ summary: clean, description: characters.join('') })
          const file = calendarFile([entry], about)
          expect(file.split('\r\n').every((line) => bytesOf(line) <= 75)).toBe(true)
          const [event] = read(file).values()
          expect(event?.['SUMMARY']).toBe(clean)
          expect(event?.['DESCRIPTION'] ?? '').toBe(characters.join(''))
        },
      ),
      { numRuns: 300 },
    )
  })
})
