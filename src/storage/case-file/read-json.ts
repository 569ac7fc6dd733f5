import { LARGEST_FILE_BYTES } from './limits.ts'
import { problemAt, type CaseProblem, type CaseWarning } from './problem.ts'
import { scanJson } from './scan-json.ts'

export type JsonReading =
  | { readonly ok: true; readonly value: unknown; readonly warnings: readonly CaseWarning[] }
  | { readonly ok: false; readonly problem: CaseProblem }

/** Bytes as text. Refuses more than 64 MB, and what is not UTF-8. A byte order mark is dropped. */
export function readText(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: CaseProblem } {
  if (bytes.byteLength > LARGEST_FILE_BYTES) return { ok: false, problem: fileTooLarge() }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, problem: problemAt([], 'not-utf8') }
  }
}

export const fileTooLarge = (): CaseProblem =>
  problemAt([], 'file-too-large', { megabytes: LARGEST_FILE_BYTES / (1024 * 1024) })

/** Text as a JSON value, with one clear problem instead of an exception. */
export function readJson(source: string): JsonReading {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  // A UTF-16 unit takes at least one byte: longer text is a larger file for certain.
  if (text.length > LARGEST_FILE_BYTES) return { ok: false, problem: fileTooLarge() }
  if (text.trim() === '') return { ok: false, problem: problemAt([], 'empty-file') }
  const { problem, warnings } = scanJson(text)
  if (problem !== null) return { ok: false, problem }
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value, warnings }
  } catch (thrown) {
    return { ok: false, problem: problemAt([], 'not-json', { line: lineOf(thrown, text) }) }
  }
}

/** The line where a document breaks: the engine names the position, or the document ends too early. */
function lineOf(thrown: unknown, text: string): number {
  const position = /position (\d+)/.exec(thrown instanceof Error ? thrown.message : '')?.[1]
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length
}
