import type { LetterContext } from '../domain/document/index.ts'
import { letterEngine } from './letter-engine.ts'
import { letterView } from './letter-view.ts'
import type { Pack } from './pack.ts'

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
  const fields = new Set<string>()
  const engine = letterEngine(locale, {
    parts: partsIn(pack, locale),
    onValue: (text) => fields.add(text.replace(/\\(.)/g, '$1')),
  })
  const text: unknown = engine.parseAndRenderSync(template.markdown[locale], letterView(context))
  const markdown = `${String(text)
    .trim()
    .replace(/\n{3,}/g, '\n\n')}\n`
  return { markdown, fields: [...fields] }
}

const partsIn = ({ letterParts }: Pack, locale: LetterContext['locale']): Record<string, string> =>
  Object.fromEntries(Object.entries(letterParts).map(([name, text]) => [name, text[locale]]))
