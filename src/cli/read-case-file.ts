import { readFileSync, statSync } from 'node:fs'
import {
  decodeCaseBytes,
  fileTooLarge,
  LARGEST_FILE_BYTES,
  problemAt,
  type CaseProblem,
  type CaseReading,
} from '../storage/case-file/index.ts'

/** Reads and decodes a case file. What can't be read is a problem of the file, never an exception. */
export function readCaseFile(file: string): CaseReading {
  try {
    const found = statSync(file)
    if (!found.isFile()) return refusal(problemAt([], 'unreadable-file'))
    // A huge file is refused by its size: reading it first would be the damage.
    if (found.size > LARGEST_FILE_BYTES) return refusal(fileTooLarge())
    return decodeCaseBytes(readFileSync(file))
  } catch {
    return refusal(problemAt([], 'unreadable-file'))
  }
}

const refusal = (problem: CaseProblem): CaseReading => ({
  ok: false,
  problems: [problem],
  warnings: [],
})
