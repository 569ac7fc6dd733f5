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
  const scan: Scan = { text, levels: [], warnings: [], values: 0, problem: null }
  let at = 0
  while (at < text.length && scan.problem === null) at = readAt(scan, at) + 1
  const { problem, warnings } = scan
  return problem === null ? { problem, warnings } : { problem, warnings: [] }
}

interface Scan {
  readonly text: string
  readonly levels: Level[]
  readonly warnings: CaseWarning[]
  values: number
  problem: CaseProblem | null
}

/** Takes in what starts at an index and returns the index of its last character. */
function readAt(scan: Scan, at: number): number {
  const { text, levels } = scan
  switch (text[at]) {
    case '{':
    case '[':
      levels.push(levelOf(text[at] === '{'))
      if (levels.length > DEEPEST_NESTING)
        scan.problem = problemAt([], 'too-deep', { max: DEEPEST_NESTING })
      return at
    case '}':
    case ']':
      levels.pop()
      return at
    case ',':
      countMember(scan)
      return at
    case '"':
      return readText(scan, at)
    default:
      return startsNumber(text.charCodeAt(at)) ? readNumber(scan, at) : at
  }
}

const pathOf = ({ levels }: Scan): Path =>
  levels.map((level) => (level.names === null ? level.index : level.name))

const levelOf = (isObject: boolean): Level => ({
  names: isObject ? new Set() : null,
  name: '',
  index: 0,
  expectsName: isObject,
})

function countMember(scan: Scan): void {
  const level = scan.levels.at(-1)
  if (level !== undefined) {
    level.index += 1
    level.expectsName = level.names !== null
  }
  scan.values += 1
  if (scan.values > MOST_VALUES)
    scan.problem = problemAt([], 'too-many-values', { max: MOST_VALUES })
}

function readText(scan: Scan, at: number): number {
  const end = endOfText(scan.text, at)
  const level = scan.levels.at(-1)
  if (level?.expectsName === true && level.names !== null) {
    const code = takeName(level, level.names, scan.text.slice(at, end + 1))
    if (code !== null) scan.problem = problemAt(pathOf(scan), code)
  }
  return end
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

/** Notes a number that would change on the way through. */
function readNumber(scan: Scan, at: number): number {
  NUMBER.lastIndex = at
  const written = NUMBER.exec(scan.text)?.[0] ?? ''
  const digits = written
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
  if (digits.length > 15 || !Number.isFinite(Number(written)))
    scan.warnings.push(warningAt(pathOf(scan), 'inexact-number'))
  return at + Math.max(written.length, 1) - 1
}
