import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localMoment, momentAt, momentReader } from '../../../../src/domain/conduct/index.ts'
import { dateOfDayNumber } from '../../../../src/domain/kernel/index.ts'
import { day } from '../../../support/builders.ts'

const CHINA = 480

describe('a moment on the clock of a place', () => {
  it('is written with that clock’s offset', () => {
    expect(momentAt(day('2026-11-24'), 21 * 60 + 40, CHINA)).toBe('2026-11-24T21:40:00+08:00')
    expect(momentAt(day('2026-11-24'), 0, -210)).toBe('2026-11-24T00:00:00-03:30')
  })

  it('comes back as it was written, by one reader of many or by itself', () => {
    const read = momentReader(CHINA)
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 80_000 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: -720, max: 840 }),
        (days, minute, offset) => {
          const date = dateOfDayNumber(days)
          expect(localMoment(momentAt(date, minute, offset), offset)).toMatchObject({
            date,
            minute,
          })
          const text = momentAt(date, minute, offset)
          expect(read(text)).toEqual(localMoment(text, CHINA))
        },
      ),
    )
  })

  it('is refused where it is none', () => {
    expect(() => localMoment('2026-02-30T10:00:00Z', CHINA)).toThrow(RangeError)
    expect(() => localMoment('2026-02-28 10:00', CHINA)).toThrow(RangeError)
  })
})
