import { record } from './record-schema.ts'
import { digest, optional, text } from './value-schema.ts'

export const evidenceSchema = record({ name: optional(text, ''), sha256: digest })
