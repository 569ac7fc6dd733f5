import { sha256, utf8 } from '../kernel/index.ts'

/** The hash before the first line. */
const BEGINNING = '0'.repeat(64)

/**
 * Records as lines of JSON, each with the hash of the line before it and its own: none can be changed,
 * left out or put in without every later one telling.
 */
export function chainedLog(records: readonly Readonly<Record<string, unknown>>[]): string {
  let previous = BEGINNING
  return records
    .map((record, index) => {
      const hash = lineHash(index + 1, previous, record)
      const line = JSON.stringify({ line: index + 1, previous, record, hash })
      previous = hash
      return `${line}\n`
    })
    .join('')
}

const lineHash = (line: number, previous: string, record: unknown): string =>
  sha256(utf8(JSON.stringify({ line, previous, record })))

export interface ChainReading {
  readonly lines: number
  /** The first line that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null
}

/** Follows the chain of a log that may be anybody's. */
export function readChain(text: string): ChainReading {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  let previous = BEGINNING
  for (const [index, line] of lines.entries()) {
    const hash = followed(line, index + 1, previous)
    if (hash === null) return { lines: lines.length, brokenAt: index + 1 }
    previous = hash
  }
  return { lines: lines.length, brokenAt: null }
}

function followed(text: string, line: number, previous: string): string | null {
  try {
    const { record } = JSON.parse(text) as { readonly record?: unknown }
    const hash = lineHash(line, previous, record)
    return JSON.stringify({ line, previous, record, hash }) === text ? hash : null
  } catch {
    return null
  }
}
