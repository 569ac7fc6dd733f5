import fc from 'fast-check'
import { dateOfDayNumber, fen, fractionOf, type Fen } from '../../../src/domain/kernel/index.ts'

export const text = fc.oneof(
  fc.constantFrom('', '逾期协商“说明”', '𠮷\n\\"', 'plain'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
export const amount: fc.Arbitrary<Fen> = fc.nat(1_000_000_000).map(fen)
export const date = fc.integer({ min: 15_000, max: 25_000 }).map(dateOfDayNumber)
export const portion = fc.nat(1_000_000).map((millionths) => fractionOf(millionths, 1_000_000))
export const rate = fc
  .record({ part: portion, per: fc.constantFrom('day', 'month', 'year') })
  .map(({ part, per }) => ({ ...part, per }))
export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
export const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 })

const foreignName = fc
  .oneof(fc.constantFrom('未知字段', 'x-note', 'constructor', 'extra'), fc.string({ maxLength: 5 }))
  .filter((name) => name !== '__proto__' && name !== '$schema')
  .map((name) => `~${name}`)
const foreign = fc
  .dictionary(foreignName, fc.jsonValue({ maxDepth: 2 }), {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  })
  .filter((extra) => !JSON.stringify(extra).includes('__proto__'))
  // JSON has no negative zero: it comes back as zero.
  .map((extra) => JSON.parse(JSON.stringify(extra)) as Record<string, unknown>)

/** Sometimes with fields that this version does not know. */
export const carrying = <Value extends object>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc
    .tuple(value, fc.option(foreign, { nil: null, freq: 3 }))
    .map(([record, extra]) => (extra === null ? record : { ...record, extra }))

export const months = fc.integer({ min: 1, max: 600 })
export const evidence = few(
  carrying(fc.record({ name: text, sha256: fc.constant('ab'.repeat(32)) })),
)

/** A list of members with ids of their own. */
export const named = <Member>(
  prefix: string,
  member: (id: string) => fc.Arbitrary<Member>,
  minLength = 0,
): fc.Arbitrary<Member[]> =>
  fc
    .integer({ min: minLength, max: 3 })
    .chain((length) =>
      fc.tuple(...Array.from({ length }, (_, index) => member(`${prefix}${String(index)}`))),
    )
