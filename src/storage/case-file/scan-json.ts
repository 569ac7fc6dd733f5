import { DEEPEST_NESTING, MOST_VALUES } from './limits.ts'
import { problemAt, warningAt, type CaseProblem, type CaseWarning, type Path } from './problem.ts'

/** What `JSON.parse` would hide or choke on: nesting, size, keys that repeat or reach a prototype. */
export interface JsonScan {
  /** The first problem; null when the text may be parsed. */
  readonly problem: CaseProblem | null
  /** Numbers that a computer's floating point does not hold as they are written. */
  readonly warnings: readonly CaseWarning[]
}

interface Level {
  /** Names seen so far; null in a list. */
  readonly names: Set<string> | null
  name: string
  index: number
  /** Whether the next text in this object is a name. */
  expectsName: boolean
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Walks the text of a JSON document once, without recursion. It does not check the grammar, which
 * is left to `JSON.parse`; it never reads past the end of a broken document.
 */
export function scanJson(text: string): JsonScan {
  const levels: Level[] = []
  const warnings: CaseWarning[] = []
  const path = (): Path => levels.map((level) => (level.names === null ? level.index : level.name))
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1)
    switch (text[at]) {
      case '{':
      case '[':
        levels.push(levelOf(text[at] === '{'))
        values += 1
        if (levels.length > DEEPEST_NESTING)
          return refusal(problemAt([], 'too-deep', { max: DEEPEST_NESTING }))
        break
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        values += 1
        if (values > MOST_VALUES)
          return refusal(problemAt([], 'too-many-values', { max: MOST_VALUES }))
        if (level !== undefined) nextMember(level)
        break
      case '"': {
        const end = endOfText(text, at)
        if (level?.expectsName === true && level.names !== null) {
          const code = takeName(level, level.names, text.slice(at, end + 1))
          if (code !== null) return refusal(problemAt(path(), code))
        }
        at = end
        break
      }
      default:
        if (!startsNumber(text.charCodeAt(at))) break
        NUMBER.lastIndex = at
        at += Math.max(0, checkNumber(NUMBER.exec(text)?.[0] ?? '', path, warnings) - 1)
    }
  }
  return { problem: null, warnings }
}

const refusal = (problem: CaseProblem): JsonScan => ({ problem, warnings: [] })

const levelOf = (isObject: boolean): Level => ({
  names: isObject ? new Set() : null,
  name: '',
  index: 0,
  expectsName: isObject,
})

function nextMember(level: Level): void {
  level.index += 1
  level.expectsName = level.names !== null
}

/** The index of the closing quote of the text that opens at `start`, or of the end of the document. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    if (code === 0x5c) at += 1
  }
  return text.length
}

function takeName(level: Level, names: Set<string>, quoted: string) {
  level.expectsName = false
  level.name = nameOf(quoted)
  if (level.name === '__proto__') return 'forbidden-key'
  if (names.has(level.name)) return 'duplicate-key'
  names.add(level.name)
  return null
}

/** A name may be written with escapes; a broken one is left to `JSON.parse` to refuse. */
function nameOf(quoted: string): string {
  try {
    return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
  } catch {
    return quoted
  }
}

const startsNumber = (code: number): boolean => code === 0x2d || (code >= 0x30 && code <= 0x39)

/** Notes a number that would change on the way through; returns its length. */
function checkNumber(written: string, path: () => Path, warnings: CaseWarning[]): number {
  const digits = written
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
  if (digits.length > 15 || !Number.isFinite(Number(written)))
    warnings.push(warningAt(path(), 'inexact-number'))
  return written.length
}
