import type { LetterContext } from '../domain/document/index.ts'
import { letterEngine } from './letter-engine.ts'
import { letterView } from './letter-view.ts'
import type { Pack } from './pack.ts'

/**
 * A letter as Markdown, in the context's language.
 * @throws Error on a letter the pack does not have, or a template that names what there is not
 */
export function renderLetter(pack: Pack, letterId: string, context: LetterContext): string {
  const template = pack.letters.find(({ id }) => id === letterId)
  if (template === undefined) throw new Error(`the pack has no letter ${letterId}`)
  const { locale } = context
  const engine = letterEngine(locale, partsIn(pack, locale))
  const text: unknown = engine.parseAndRenderSync(template.markdown[locale], letterView(context))
  return `${String(text)
    .trim()
    .replace(/\n{3,}/g, '\n\n')}\n`
}

const partsIn = ({ letterParts }: Pack, locale: LetterContext['locale']): Record<string, string> =>
  Object.fromEntries(Object.entries(letterParts).map(([name, text]) => [name, text[locale]]))
