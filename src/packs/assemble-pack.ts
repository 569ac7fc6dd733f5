import type { z } from 'zod'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import type { Pack } from './pack.ts'
import type { PackFiles } from './pack-files.ts'
import type { PackProblem } from './pack-problem.ts'
import type { PACK_SCHEMAS } from './pack-schema.ts'
import { readHelp } from './read-help.ts'
import { readLetters, readParts, referenceProblems, type TemplateCheck } from './read-letters.ts'
import { resolveArrangements } from './resolve-arrangements.ts'

export type PackFileName = keyof typeof PACK_SCHEMAS

/** The content of a pack's JSON files, of the shapes that the schemas ask for. */
export type PackEntries = {
  readonly [Name in PackFileName]: z.output<(typeof PACK_SCHEMAS)[Name]>
}

/** What a pack is made of once the shape of each file is known to be right. */
export interface PackParts {
  readonly entries: PackEntries
  /** The texts of letters and guide by their path. */
  readonly texts: PackFiles
  /** The scripts, given the rules that they may point to. */
  readonly talk: (citable: readonly { readonly id: string }[]) => Pack['talk']
}

/**
 * Puts the parts of a pack together: what points from one to another is followed, and what points nowhere is a
 * problem. Brings no parser along, since the app does this at each start.
 */
export function assemblePack(
  { entries, texts, talk }: PackParts,
  { problems, isSound }: TemplateCheck,
): Result<Pack, readonly PackProblem[]> {
  problems.push(...referenceProblems(entries))
  const letters = readLetters(texts, entries['letters/index.json'], { problems, isSound })
  const letterParts = readParts(texts, { problems, isSound })
  const help = readHelp(texts, entries, problems)
  if (problems.length > 0) return refuse(problems)
  const prices = { limits: entries['limits.json'], lpr: entries['rates/lpr-1y.json'] }
  const rights = entries['rights.json']
  const arrangements = resolveArrangements(entries['arrangements.json'], prices)
  return succeed({
    meta: entries['pack.json'],
    ...prices,
    arrangements,
    practice: entries['practice.json'],
    rights,
    letters,
    letterWarnings: entries['letters/warnings.json'],
    letterParts,
    ...help,
    talk: talk([...prices.limits, ...arrangements, ...rights, ...help.conduct]),
  })
}
