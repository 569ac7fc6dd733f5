import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeCaseBytes,
  decodeCaseValue,
  encodeCaseText,
  LARGEST_FILE_BYTES,
  type CaseReading,
} from '../../../src/storage/case-file/index.ts'

const fixture = readFileSync('tests/fixtures/cases/version-1.json')
const limits = { interruptAfterTimeLimit: 4000, markInterruptAsFailure: false }

/** A reading is a case that can be written again, or at least one problem; never an exception. */
function expectReading(reading: CaseReading): void {
  if (reading.ok) expect(encodeCaseText(reading.facts)).not.toBe('')
  else expect(reading.problems.length).toBeGreaterThan(0)
}

describe('a file that nobody meant well', () => {
  it('of random bytes gives one problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const reading = decodeCaseBytes(bytes)
        expect(reading.ok ? [] : reading.problems).toHaveLength(1)
      }),
      { numRuns: 500, ...limits },
    )
  })

  it('cut off anywhere gives one problem', () => {
    for (let length = 0; length < fixture.length - 2; length += 50) {
      const reading = decodeCaseBytes(fixture.subarray(0, length))
      expect(reading.ok ? [] : reading.problems).toHaveLength(1)
    }
  })

  it('with flipped bits is read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(fixture.length - 1), fc.nat(7)), { minLength: 1, maxLength: 3 }),
        (flips) => {
          const bytes = Uint8Array.from(fixture)
          for (const [at, bit] of flips) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          expectReading(decodeCaseBytes(bytes))
        },
      ),
      { numRuns: 500, ...limits },
    )
  }, 10_000)

  it('with any value in any place is read or refused', () => {
    const whole = JSON.parse(fixture.toString('utf8')) as Record<string, unknown>
    const hostile = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(
        '1e400',
        '-0',
        '-0.00',
        '0x10',
        'NaN',
        'Infinity',
        '١٢',
        '9'.repeat(400),
        '00000.1',
        '1.',
        '.5',
        ' 1',
        '1 ',
        '+1',
        '2026-13-01',
        '9999-12-31',
        '2026-00-00',
        '-001-01-01',
        Number.MAX_VALUE,
        Number.MIN_VALUE,
        -1,
        2 ** 53,
        1e21,
        '\u0000',
        '\uD800',
        '__proto__',
      ),
    )
    const places = placesOf(whole)
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, (place, value) => {
        expectReading(decodeCaseValue(withValue(whole, place, value)))
      }),
      { numRuns: 1500, ...limits },
    )
  }, 10_000)

  it('larger than the limit is refused by its size', () => {
    const reading = decodeCaseBytes(new Uint8Array(LARGEST_FILE_BYTES + 1))
    expect(reading).toMatchObject({ problems: [{ code: 'file-too-large' }] })
  })

  it('in another encoding is refused as such', () => {
    const utf16 = Buffer.from('\uFEFF{"format":"respite-case"}', 'utf16le')
    expect(decodeCaseBytes(utf16)).toMatchObject({ problems: [{ code: 'not-utf8' }] })
    const gbk = Uint8Array.of(0x7b, 0x22, 0xd5, 0xc5, 0xc8, 0xfd, 0x22)
    expect(decodeCaseBytes(gbk)).toMatchObject({ problems: [{ code: 'not-utf8' }] })
  })

  it('full of small mistakes is read in bearable time', () => {
    const bytes = Buffer.from(
      `{"format":"respite-case","version":1,"loans":[${'0,'.repeat(400_000)}0]}`,
    )
    const started = performance.now()
    expect(decodeCaseBytes(bytes)).toMatchObject({ problems: [{ code: 'too-many-problems' }] })
    expect(performance.now() - started).toBeLessThan(8000)
  }, 20_000)
})

type Place = readonly (string | number)[]

function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [at, ...inner.flatMap(([step, child]) => placesOf(child, [...at, step]))]
}

function withValue(owner: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value
  const copy = Array.isArray(owner) ? [...(owner as unknown[])] : { ...(owner as object) }
  const fields = copy as Record<string | number, unknown>
  fields[step] = withValue(fields[step], rest, value)
  return copy
}
