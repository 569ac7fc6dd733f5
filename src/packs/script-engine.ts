import { Liquid } from 'liquidjs'
import type { Locale } from '../domain/case/index.ts'
import { letterFilters } from './letter-filters.ts'

/** Control characters and marks that turn the direction of text: spoken words have neither. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/**
 * Liquid for scripts, as strict and sealed as that for letters. Values are plain text, since a script
 * is shown and spoken as such. `amount` leaves out the decimals of whole yuan, as people do when they speak.
 */
function scriptEngine(locale: Locale): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: plainText,
  })
  const { money, date, percent } = letterFilters(locale)
  engine.registerFilter('amount', (fen: unknown) => money(fen).replace(/\.00(?=元|$)/, ''))
  engine.registerFilter('date', date)
  engine.registerFilter('percent', percent)
  return engine
}

type Fill = (template: string, names: Readonly<Record<string, unknown>>) => string

/** A script's sentences are few and are filled anew at every change of the case: each is parsed once. */
function fillerOf(locale: Locale): Fill {
  const engine = scriptEngine(locale)
  const parsed = new Map<string, ReturnType<Liquid['parse']>>()
  return (template, names) => {
    if (!template.includes('{')) return template
    const known = parsed.get(template) ?? engine.parse(template)
    parsed.set(template, known)
    return String(engine.renderSync(known, names)).replace(/\s+/g, ' ').trim()
  }
}

const fillers = new Map<Locale, Fill>()

/**
 * A template of a script with its values, on one line.
 * @throws Error where it names what there is not
 */
export function fillScript(
  locale: Locale,
  template: string,
  names: Readonly<Record<string, unknown>>,
): string {
  const fill = fillers.get(locale) ?? fillerOf(locale)
  fillers.set(locale, fill)
  return fill(template, names)
}

let parser: Liquid | null = null

/** Whether the text is a well-formed template of a script. */
export function isScriptTemplate(text: string): boolean {
  if (!text.includes('{')) return true
  parser ??= scriptEngine('en')
  try {
    parser.parse(text)
    return true
  } catch {
    return false
  }
}

const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(INVISIBLE, ' ')
    : ''
