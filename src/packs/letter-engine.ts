import { Liquid } from 'liquidjs'
import type { Locale } from '../domain/case/index.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { letterFilters } from './letter-filters.ts'

interface EngineParts {
  /** Passages that several letters share, by the name they are included under. */
  readonly parts?: Readonly<Record<string, string>>
  /** Hears every value as it is written, still escaped. */
  readonly onValue?: (text: string) => void
}

/**
 * Liquid for letters in a language. Strict: an unknown name or filter fails. Sealed: a template
 * reaches no file and no prototype. Every value is escaped on its way out, so that data is never markup.
 */
export function letterEngine(
  locale: Locale,
  { parts = {}, onValue = () => undefined }: EngineParts = {},
): Liquid {
  const heard = (text: string): string => {
    onValue(text)
    return text
  }
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: { ...parts },
    outputEscape: (value: unknown) => heard(escapeMarkdown(value)),
  })
  const filters = letterFilters(locale)
  for (const [name, filter] of Object.entries(filters)) {
    // Our own filters make their own text safe: a blank's brackets are meant as they are.
    const handler = (...values: readonly unknown[]): string =>
      heard((filter as (...taken: readonly unknown[]) => string)(...values))
    engine.registerFilter(name, { raw: true, handler })
  }
  return engine
}

/** Whether the text is a well-formed template. */
export function isTemplate(text: string): boolean {
  try {
    letterEngine('en').parse(text)
    return true
  } catch {
    return false
  }
}
