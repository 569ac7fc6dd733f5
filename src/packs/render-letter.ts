import type { LetterContext } from '../domain/document/index.ts'
import { letterEngine } from './letter-engine.ts'
import { letterView } from './letter-view.ts'
import type { Pack } from './pack.ts'

/**
 * A letter about one loan as Markdown, in the context's language.
 * @throws Error on a letter the pack does not have, or a template that names what there is not
 */
export function renderLetter(pack: Pack, letterId: string, context: LetterContext): string {
  const template = pack.letters.find(({ id }) => id === letterId)
  if (template === undefined) throw new Error(`the pack has no letter ${letterId}`)
  const engine = letterEngine(context.locale)
  const text: unknown = engine.parseAndRenderSync(
    template.markdown[context.locale],
    letterView(context),
  )
  return `${String(text).trim()}\n`
}
