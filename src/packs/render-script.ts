import type { ScriptContext, ScriptSituation } from '../domain/document/index.ts'
import type { Pack } from './pack.ts'
import type { RenderedNode, RenderedScript, ScriptNode } from './script.ts'
import { fillScript } from './script-engine.ts'
import { scriptView } from './script-view.ts'

/**
 * A script in the context's language with the person's own numbers, as plain text.
 * @throws Error on a script the pack does not have, or a template that names what there is not
 */
export function renderScript(
  pack: Pack,
  situation: ScriptSituation,
  context: ScriptContext,
): RenderedScript {
  const { locale } = context
  const script = pack.talk().scripts.find(({ id }) => id === situation)
  if (script === undefined) throw new Error(`the pack has no script ${situation}`)
  const fill = filler(pack, context)
  const { nodes, title, when, prepare, ...rest } = script.texts[locale]
  return {
    ...rest,
    id: situation,
    locale,
    title: fill(title),
    when: fill(when),
    prepare: prepare.map(fill),
    nodes: nodes.map((node) => filledNode(node, fill, context)),
  }
}

function filledNode(
  node: ScriptNode,
  fill: (template: string) => string,
  { rules }: ScriptContext,
): RenderedNode {
  if (!('answers' in node)) return { ...node, after: fill(node.after) }
  return {
    ...node,
    they: fill(node.they),
    why: fill(node.why),
    avoid: node.avoid.map(fill),
    answers: node.answers.map((answer) => ({
      ...answer,
      calm: fill(answer.calm),
      firm: fill(answer.firm),
      then: fill(answer.then),
    })),
    rules: node.rules.flatMap((id) => rules.filter((rule) => rule.id === id)),
  }
}

/** Fills templates with the values of a context and the phrases that scripts share. */
function filler({ talk }: Pack, context: ScriptContext): (template: string) => string {
  const { locale } = context
  const view = scriptView(context)
  const phrases = Object.entries(talk().phrases[locale])
  const phrase = Object.fromEntries(
    phrases.map(([name, words]) => [name, fillScript(locale, words, view)]),
  )
  const names = { ...view, phrase }
  return (template) => fillScript(locale, template, names)
}
