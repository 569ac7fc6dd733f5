import type { ScriptNode, ScriptText } from './script.ts'

/** What can be wrong with the graph of a script, and at which node. */
export interface GraphProblem {
  readonly node: string
  readonly code: 'duplicate-id' | 'script-next-unknown' | 'script-unreachable' | 'script-endless'
}

const nextOf = (node: ScriptNode): readonly string[] =>
  'answers' in node ? node.answers.map(({ next }) => next) : []

/**
 * Faults of a conversation: a node of the same id as another, an answer that leads nowhere, a node
 * that nothing leads to, and a way round that comes back to where it was. Without those every path
 * from the first node comes to an end.
 */
export function graphProblems({ nodes }: Pick<ScriptText, 'nodes'>): readonly GraphProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const duplicates = nodes.filter((node) => byId.get(node.id) !== node)
  const lost = nodes.filter((node) => nextOf(node).some((next) => !byId.has(next)))
  const { reached, circling } = walk(byId, nodes[0]?.id ?? '')
  const unreachable = nodes.filter(({ id }) => !reached.has(id))
  const of = (found: readonly { readonly id: string }[], code: GraphProblem['code']) =>
    found.map(({ id }): GraphProblem => ({ node: id, code }))
  return [
    ...of(duplicates, 'duplicate-id'),
    ...of(lost, 'script-next-unknown'),
    ...of(unreachable, 'script-unreachable'),
    ...[...circling].map((node): GraphProblem => ({ node, code: 'script-endless' })),
  ]
}

/** A walk in depth: which nodes it comes to, and which of them lead back to themselves. */
function walk(byId: ReadonlyMap<string, ScriptNode>, start: string) {
  const reached = new Set<string>()
  const circling = new Set<string>()
  const visit = (id: string, path: ReadonlySet<string>): void => {
    if (path.has(id)) circling.add(id)
    const node = byId.get(id)
    if (node === undefined || reached.has(id)) return
    reached.add(id)
    for (const next of nextOf(node)) visit(next, new Set([...path, id]))
  }
  visit(start, new Set())
  return { reached, circling }
}

/** The bare graph of a script, without its words: the same in every language. */
export const shapeOf = ({ channel, goals, nodes }: ScriptText): string =>
  JSON.stringify([
    channel,
    goals,
    nodes.map((node) =>
      'answers' in node
        ? [
            node.id,
            node.step,
            node.rules,
            node.avoid.length,
            node.answers.map(({ next, trap, earns, breaks }) => [next, trap, earns, breaks]),
          ]
        : [node.id, node.ending],
    ),
  ])
