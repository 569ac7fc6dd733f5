import { LOCALES } from '../domain/case/index.ts'
import type { LetterContext } from '../domain/document/index.ts'
import { letterEngine } from './letter-engine.ts'
import { letterView, PROPOSAL_NAMES } from './letter-view.ts'
import type { LetterTemplate, Pack } from './pack.ts'

/** A letter's text, and the values that were put into it as they read. */
export interface RenderedLetter {
  readonly markdown: string
  readonly fields: readonly string[]
}

/**
 * A letter as Markdown, in the context's language.
 * @throws Error on a letter the pack does not have, or a template that names what there is not
 */
export const renderLetter = (pack: Pack, letterId: string, context: LetterContext): string =>
  renderWithFields(pack, letterId, context).markdown

/** The same with the values, so that a screen can show where they stand. */
export function renderWithFields(
  pack: Pack,
  letterId: string,
  context: LetterContext,
): RenderedLetter {
  const template = pack.letters.find(({ id }) => id === letterId)
  if (template === undefined) throw new Error(`the pack has no letter ${letterId}`)
  const { locale } = context
  // The police are told of nothing milder than what they are for.
  const incidents = template.needs.includes('threat') ? context.forPolice : context.incidents
  const fields = new Set<string>()
  const engine = letterEngine(locale, {
    parts: partsIn(pack, locale),
    onValue: (text) => fields.add(text.replace(/\\(.)/g, '$1')),
  })
  const text: unknown = engine.parseAndRenderSync(
    template.markdown[locale],
    letterView({ ...context, incidents }),
  )
  const markdown = `${String(text)
    .trim()
    .replace(/\n{3,}/g, '\n\n')}\n`
  return { markdown, fields: [...fields] }
}

/**
 * Whether a letter's words name anything that is made from the proposal, in either language: its text
 * then changes with the proposal, whether or not it needs one.
 */
export function namesProposal(pack: Pack, { markdown }: LetterTemplate): boolean {
  return LOCALES.some((locale) => {
    const engine = letterEngine(locale, { parts: partsIn(pack, locale) })
    const names = engine.globalVariablesSync(engine.parse(markdown[locale]), { partials: true })
    return names.some((name) => PROPOSAL_NAMES.has(name))
  })
}

const partsIn = ({ letterParts }: Pack, locale: LetterContext['locale']): Record<string, string> =>
  Object.fromEntries(Object.entries(letterParts).map(([name, text]) => [name, text[locale]]))
