import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedLog, type PastedContact } from '../../../../src/domain/conduct/index.ts'
import { day } from '../../../support/builders.ts'

// A Tuesday.
const on = day('2026-11-24')
const contacts = (text: string): readonly PastedContact[] =>
  readPastedLog(text, on).flatMap(({ contact }) => (contact === null ? [] : [contact]))
const only = (text: string): PastedContact | undefined => contacts(text)[0]

const lunch = { date: '2026-11-20', minute: 13 * 60 + 5 }

describe('a line of a list of calls', () => {
  it.each([
    ['2026-11-20 13:05 010-12345678 已接 1分23秒', { number: '010-12345678', connected: true }],
    ['2026/11/20 13:05:33 13800000000 未接来电', { number: '13800000000', connected: false }],
    ['2026年11月20日 下午1:05 95000 响铃未接', { number: '95000', connected: false }],
    ['11月20日 13:05 138****0000 来电', { number: '138****0000', connected: null }],
    ['11/20 13:05 +86 138 0000 0000', { number: '+8613800000000', connected: null }],
    ['11-20 下午1点05分 010 1234 5678 通话0秒', { number: '01012345678', connected: false }],
    ['星期五 13:05 未接 13800000000', { number: '13800000000', connected: false }],
    ['13800000000 2026-11-20 13:05 呼入 00:01:23', { number: '13800000000', connected: true }],
    ['2026-11-20 13:05:33,被叫,01012345678,60秒', { number: '01012345678', connected: true }],
    ['11/20 1:05 PM missed 000-000-0001', { number: '000-000-0001', connected: false }],
  ] as const)('%s', (line, parts) => {
    expect(only(line)).toMatchObject({ ...lunch, channel: 'call', direction: 'in', ...parts })
  })

  it('tells calls that were made', () => {
    expect(only('2026-11-20 13:05,主叫,01012345678,60秒')?.direction).toBe('out')
    expect(only('11月20日 13:05 已拨 95000 通话 20秒')?.direction).toBe('out')
  })

  it('is of the year before where the day is still to come', () => {
    expect(only('12月20日 13:05 95000')?.date).toBe('2025-12-20')
    expect(only('11月24日 13:05 95000')?.date).toBe('2026-11-24')
    expect(only('11月25日 13:05 95000')?.date).toBe('2025-11-25')
  })

  it('names days by words', () => {
    expect(only('今天 上午9:05 95000')).toMatchObject({ date: '2026-11-24', minute: 545 })
    expect(only('昨天 凌晨12:05 95000')).toMatchObject({ date: '2026-11-23', minute: 5 })
    expect(only('前天 中午12:05 95000')).toMatchObject({ date: '2026-11-22', minute: 725 })
    expect(only('周二 12:05 95000')?.date).toBe('2026-11-17')
    expect(only('星期天 12:05 95000')?.date).toBe('2026-11-22')
  })
})

describe('a list of several lines', () => {
  it('takes the day from a heading and the number from the line above', () => {
    const text = '2026年11月20日\n010-12345678\n13:05 未接\n13800000000 小王\n14:10 已接 2分'
    expect(contacts(text).map(({ date, minute, number }) => [date, minute, number])).toEqual([
      ['2026-11-20', 785, '010-12345678'],
      ['2026-11-20', 850, '13800000000'],
    ])
  })

  it('makes messages of what stands below, days in their text and all', () => {
    const text = [
      '10690000 2026-11-20 13:05',
      '【某某贷】您的借款已逾期，请于11月21日18:00前还款，否则将联系您的紧急联系人。',
      '退订回T',
      '10690001 11月22日 09:00',
      '请尽快处理您名下的欠款，详询95000。',
    ].join('\n')
    const pieces = readPastedLog(text, on)
    expect(pieces.map(({ lines }) => lines.length)).toEqual([3, 2])
    expect(pieces.map(({ contact }) => [contact?.channel, contact?.number])).toEqual([
      ['sms', '10690000'],
      ['sms', '10690001'],
    ])
  })

  it('leaves what it does not know as it is', () => {
    expect(readPastedLog('通话记录\n\n都在这里了', on)).toEqual([
      { contact: null, lines: ['通话记录'] },
      { contact: null, lines: ['都在这里了'] },
    ])
    expect(readPastedLog('', on)).toEqual([])
    expect(contacts('2026-02-30 13:05 95000')).toEqual([])
    expect(contacts('2026-11-20 25:05 95000')).toEqual([])
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    ...['11月20日', '2026-11-20', '昨天', '星期三', '13:05', '下午3点', '95000', '13800000000'],
    ...['未接', '【某某】', '1分2秒', '00:01', '\n', '\r\n', ' ', '\u2028', '99月99日', '：', '*'],
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }).map((words) => words.join('')),
  )

  it('is there again when the pieces are put together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
        expect(readPastedLog(text, on).flatMap((piece) => piece.lines)).toEqual(lines)
      }),
    )
  })

  it('gives days that are past and times of a day', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { date, minute, number } of contacts(text)) {
          expect(date <= on).toBe(true)
          expect(minute >= 0 && minute < 1440).toBe(true)
          expect(number).toMatch(/^[+\d*-]*$/)
        }
      }),
    )
  })

  it('is read in a moment however long it is', () => {
    const hostile = [
      '1'.repeat(100_000),
      '1-'.repeat(50_000),
      '时分秒'.repeat(30_000),
      ' '.repeat(1e5),
    ]
    const before = performance.now()
    for (const text of hostile) readPastedLog(`11月20日 13:05 ${text}`, on)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
