import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CASE_SCHEMA_FILE, caseJsonSchema } from '../../support/case-json-schema.ts'

const published = JSON.parse(readFileSync(CASE_SCHEMA_FILE, 'utf8')) as z.core.JSONSchema.JSONSchema

describe('the published schema of the case file', () => {
  it('is the one that the app reads with', async () => {
    // When it is not: npx tsx tests/support/write-case-schema.ts
    expect(readFileSync(CASE_SCHEMA_FILE, 'utf8')).toBe(await caseJsonSchema())
  })

  it.each(['minimal', 'version-1'])('accepts the %s case', (name) => {
    const file: unknown = JSON.parse(readFileSync(`tests/fixtures/cases/${name}.json`, 'utf8'))
    expect(z.fromJSONSchema(published).safeParse(file).error).toBeUndefined()
  })

  it('refuses an amount that is a number, a day of 32 and a missing loan id', () => {
    const text = readFileSync('tests/fixtures/cases/minimal.json', 'utf8')
    const schema = z.fromJSONSchema(published)
    for (const broken of [
      text.replace('"12000"', '12000'),
      text.replace('"term": 12', '"dueDay": 32'),
      text.replace('"id": "l1",', ''),
    ]) {
      expect(broken).not.toBe(text)
      expect(schema.safeParse(JSON.parse(broken)).success).toBe(false)
    }
  })
})
