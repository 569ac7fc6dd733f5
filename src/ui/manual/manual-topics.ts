/** A page of the user guide. */
export interface ManualTopic {
  /** The screen that it is about. */
  readonly id: string
  readonly title: string
  /** Markdown below the title. */
  readonly text: string
}

/** A topic that was found, with the words around the first place where it says so. */
export interface FoundTopic extends ManualTopic {
  readonly snippet: string
}

/** The guide's pages in the order of the navigation; the first line of a text is its title. */
export function manualTopics(
  texts: Readonly<Record<string, string>>,
  order: readonly string[],
): readonly ManualTopic[] {
  return order.flatMap((id) => {
    const text = texts[id]
    if (text === undefined) return []
    const [heading = '', ...lines] = text.split('\n')
    return [{ id, title: heading.replace(/^#\s*/, ''), text: lines.join('\n').trim() }]
  })
}

const AROUND = 40

function snippetOf(text: string, word: string): string {
  const plain = text.replaceAll(/[#*`]/g, '').replaceAll(/\s+/g, ' ')
  const at = plain.toLowerCase().indexOf(word)
  if (at < 0) return ''
  const from = Math.max(0, at - AROUND)
  const until = at + word.length + AROUND
  return `${from > 0 ? '…' : ''}${plain.slice(from, until).trim()}${until < plain.length ? '…' : ''}`
}

/** The topics that hold every word that was typed; those that have it in their title stand first. */
export function findTopics(topics: readonly ManualTopic[], typed: string): readonly FoundTopic[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const first = words[0] ?? ''
  const found = topics
    .filter(({ title, text }) =>
      words.every((word) => `${title}\n${text}`.toLowerCase().includes(word)),
    )
    .map((topic) => ({ ...topic, snippet: first === '' ? '' : snippetOf(topic.text, first) }))
  const isNamed = ({ title }: ManualTopic): boolean => title.toLowerCase().includes(first)
  return [...found.filter(isNamed), ...found.filter((topic) => !isNamed(topic))]
}
