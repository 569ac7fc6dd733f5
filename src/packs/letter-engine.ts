import { Liquid } from 'liquidjs'
import type { Locale } from '../domain/case/index.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { letterFilters } from './letter-filters.ts'

/**
 * Liquid for letters in a language. Strict: an unknown name or filter fails. Sealed: a template
 * reaches no file and no prototype. Every value is escaped on its way out, so that data is never markup.
 * @param parts passages that several letters share, by the name they are included under
 */
export function letterEngine(locale: Locale, parts: Readonly<Record<string, string>> = {}): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: { ...parts },
    outputEscape: escapeMarkdown,
  })
  const filters = letterFilters(locale)
  for (const [name, filter] of Object.entries(filters)) {
    // Our own filters make their own text safe: a blank's brackets are meant as they are.
    const handler = filter as (...values: readonly unknown[]) => string
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
