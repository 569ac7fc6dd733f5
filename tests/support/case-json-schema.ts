import { format, resolveConfig } from 'prettier'
import { z } from 'zod'
import { caseSchema } from '../../src/storage/case-file/case-schema.ts'

/** Where the published schema lies, from the repository's root. */
export const CASE_SCHEMA_FILE = 'resources/schema/respite-case-1.schema.json'

/** The text of the published JSON Schema (2020-12), derived from what the app itself reads with. */
export async function caseJsonSchema(): Promise<string> {
  const derived = z.toJSONSchema(caseSchema, { io: 'input', target: 'draft-2020-12' })
  const schema = {
    $schema: derived.$schema,
    $id: 'respite-case-1.schema.json',
    title: 'Respite case file, version 1',
    description:
      'Shape only. The app also checks that ids are unique, references resolve and dates and amounts agree. Unknown fields are kept.',
    ...derived,
  }
  const style = await resolveConfig(CASE_SCHEMA_FILE)
  return format(JSON.stringify(schema), { ...style, filepath: CASE_SCHEMA_FILE })
}
