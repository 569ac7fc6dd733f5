import type {
  ConductBasis,
  ConductFinding,
  ConductRule,
  EvidenceNeed,
} from '../../domain/conduct/index.ts'
import { groupedBy } from '../../domain/kernel/index.ts'
import type { LetterTemplate } from '../../packs/index.ts'

/** All that was found against one rule. */
export interface FindingGroup {
  readonly rule: ConductRule
  readonly clear: number
  readonly possible: number
  /** The newest first. */
  readonly findings: readonly ConductFinding[]
  /** The sources that bind, each once. */
  readonly bases: readonly ConductBasis[]
  /** What at least one of them lacks to be believed. */
  readonly missing: readonly EvidenceNeed[]
}

/** The newest ones are enough to know what is meant. */
export const newestOf = ({ findings }: FindingGroup): readonly ConductFinding[] =>
  findings.slice(0, NEWEST)

const NEWEST = 3

const RANKS = { serious: 0, warn: 1, info: 2 } as const

/** Findings by rule: what is clear and serious comes first. */
export function findingGroups(findings: readonly ConductFinding[]): readonly FindingGroup[] {
  return [...groupedBy(findings, ({ rule }) => rule).entries()]
    .map(([rule, found]): FindingGroup => {
      const clear = found.filter(({ certainty }) => certainty === 'clear').length
      return {
        rule,
        clear,
        possible: found.length - clear,
        findings: found.toReversed(),
        bases: [...new Set(found.map(({ basis }) => basis))],
        // Findings that lack the same share one list.
        missing: [...new Set([...new Set(found.map(({ missing }) => missing))].flat())],
      }
    })
    .toSorted(
      (one, other) =>
        Number(other.clear > 0) - Number(one.clear > 0) ||
        RANKS[one.rule.severity] - RANKS[other.rule.severity] ||
        other.findings.length - one.findings.length,
    )
}

/** Letters of the pack that answer a breach of the rule, the first to write first. */
export function lettersFor(
  { subjects, goodFor }: ConductRule,
  letters: readonly LetterTemplate[],
): readonly LetterTemplate[] {
  const wanted = [
    ...(subjects.includes('personal-data') ? ['contact-only-me'] : []),
    ...(goodFor.includes('complaint') ? ['complaint-to-lender'] : []),
    ...(goodFor.includes('police') ? ['police-report'] : []),
  ]
  return wanted.flatMap((id) => letters.filter((letter) => letter.id === id))
}
