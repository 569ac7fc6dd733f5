import { readFileSync, statSync } from 'node:fs'
import {
  decodeCaseBytes,
  fileTooLarge,
  LARGEST_FILE_BYTES,
  problemAt,
  readJson,
  readText,
  type CaseProblem,
  type CaseReading,
  type JsonReading,
} from '../storage/case-file/index.ts'

/** Reads and decodes a case file. What can't be read is a problem of the file, never an exception. */
export function readCaseFile(file: string): CaseReading {
  const reading = readBytes(file)
  return reading.ok
    ? decodeCaseBytes(reading.bytes)
    : { ok: false, problems: [reading.problem], warnings: [] }
}

/** Reads a file of JSON that is no case, under the same limits. */
export function readJsonFile(file: string): JsonReading {
  const reading = readBytes(file)
  if (!reading.ok) return reading
  const text = readText(reading.bytes)
  return text.ok ? readJson(text.text) : text
}

type BytesReading =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: CaseProblem }

function readBytes(file: string): BytesReading {
  try {
    const found = statSync(file)
    if (!found.isFile()) return refusal(problemAt([], 'unreadable-file'))
    // A huge file is refused by its size: reading it first would be the damage.
    if (found.size > LARGEST_FILE_BYTES) return refusal(fileTooLarge())
    return { ok: true, bytes: readFileSync(file) }
  } catch {
    return refusal(problemAt([], 'unreadable-file'))
  }
}

const refusal = (problem: CaseProblem): BytesReading => ({ ok: false, problem })
