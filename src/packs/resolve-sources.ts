import type { z } from 'zod'
import type { ConductRule, WeighedCitation } from '../domain/conduct/index.ts'
import type { Citation, Confidence } from '../domain/cost/index.ts'
import type { conductRule } from './conduct-schema.ts'
import type { LawSource } from './pack.ts'
import { pathOf, type PackProblem, type PathStep } from './pack-problem.ts'

/** A place in a source as a file names it. */
export interface SourcePlace {
  readonly source: string
  readonly article: string | null
  readonly confidence: Confidence
}

type RuleEntry = z.output<typeof conductRule>

/** Finds sources by their ids and notes the ids that nobody knows. */
export class SourceBook {
  readonly #sources: ReadonlyMap<string, LawSource>
  readonly #problems: PackProblem[]

  constructor(sources: readonly LawSource[], problems: PackProblem[]) {
    this.#sources = new Map(sources.map((source) => [source.id, source]))
    this.#problems = problems
  }

  /** The source and the citation of a place in it; null, and a problem of the file, when there is no such source. */
  look(
    place: SourcePlace,
    at: { readonly file: string; readonly steps: readonly PathStep[] },
  ): { readonly law: LawSource; readonly citation: Citation } | null {
    const law = this.#sources.get(place.source)
    if (law === undefined) {
      const path = pathOf([...at.steps, 'source'])
      this.#problems.push({ file: at.file, path, code: 'unknown-source' })
      return null
    }
    return { law, citation: citationOf(law, place) }
  }

  /** The citations of a list of places. */
  lookAll(
    places: readonly SourcePlace[],
    at: { readonly file: string; readonly steps: readonly PathStep[] },
  ): readonly WeighedCitation[] {
    return places.flatMap(({ source, article, confidence }, index) => {
      const steps = [...at.steps, index]
      const found = this.look({ source, article, confidence }, { file: at.file, steps })
      return found === null ? [] : [{ citation: found.citation, nature: found.law.nature }]
    })
  }

  /** The entries of a file with the citations of their sources. */
  withSources<Entry extends { readonly sources: readonly SourcePlace[] }>(
    file: string,
    entries: readonly Entry[],
  ) {
    return entries.map((entry, index) => ({
      ...entry,
      sources: this.lookAll(entry.sources, { file, steps: [index, 'sources'] }),
    }))
  }
}

const citationOf = (law: LawSource, { article, confidence }: SourcePlace): Citation => ({
  instrument: law.instrument,
  article,
  documentNumber: law.documentNumber,
  issuer: law.issuer,
  source: law.source,
  confidence,
})

/** The conduct rules with the citations of their sources. */
export function resolveConduct(
  entries: readonly RuleEntry[],
  book: SourceBook,
): readonly ConductRule[] {
  return entries.map(({ note: _, bases, ...rule }, index) => ({
    ...rule,
    bases: bases.flatMap(({ note: __, source, article, confidence, ...scope }, at) => {
      const steps = [index, 'bases', at]
      const found = book.look({ source, article, confidence }, { file: 'conduct.json', steps })
      if (found === null) return []
      const { nature, inForceFrom, inForceUntil } = found.law
      return [{ ...scope, citation: found.citation, nature, inForceFrom, inForceUntil }]
    }),
  }))
}
