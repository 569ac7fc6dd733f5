import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCaseText, encodeCase, encodeCaseText } from '../../../src/storage/case-file/index.ts'
import { aCase } from '../../support/builders.ts'
import { arbitraryCase } from './arbitrary-case.ts'

const fixture = readFileSync('tests/fixtures/cases/version-1.json', 'utf8')

describe('a case file on its way in and out', () => {
  it('loses nothing of a full file of version 1, at any level', () => {
    const reading = decodeCaseText(fixture)
    expect(reading.ok && encodeCase(reading.facts)).toEqual(JSON.parse(fixture))
  })

  it('writes the fields in the order of the contract, whatever order they came in', () => {
    const reversed = Object.fromEntries(
      Object.entries(JSON.parse(fixture) as Record<string, unknown>).reverse(),
    )
    const reading = decodeCaseText(JSON.stringify(reversed))
    expect(reading.ok && Object.keys(encodeCase(reading.facts))).toEqual(
      Object.keys(JSON.parse(fixture) as object),
    )
  })

  it('leaves out what is empty or not known', () => {
    const written = encodeCase(aCase())
    expect(written).not.toHaveProperty('asOf')
    expect(written['debtor']).toEqual({})
    expect(written['loans']).not.toHaveProperty('[0].penalty')
    expect(encodeCaseText(aCase())).not.toContain('null,')
  })

  it('gives back any case it wrote', () => {
    fc.assert(
      fc.property(arbitraryCase, (facts) => {
        const reading = decodeCaseText(encodeCaseText(facts))
        expect(reading.ok ? reading.facts : reading.problems).toEqual(facts)
      }),
      { numRuns: 200, interruptAfterTimeLimit: 8000, markInterruptAsFailure: false },
    )
  }, 20_000)
})
