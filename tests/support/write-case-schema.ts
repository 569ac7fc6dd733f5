import { writeFileSync } from 'node:fs'
import { CASE_SCHEMA_FILE, caseJsonSchema } from './case-json-schema.ts'

// Run from the repository's root after a change of the case file's schema.
writeFileSync(CASE_SCHEMA_FILE, await caseJsonSchema())
