import type { Locale } from '../domain/case/index.ts'
import type { CitedRule, ScriptTone } from '../domain/document/index.ts'
import { articleText } from './article-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import type { RenderedNode, RenderedScript, RenderedTurn, ScriptAnswer } from './script.ts'
import { SCRIPT_WORDS } from './script-words.ts'

type Words = (typeof SCRIPT_WORDS)[Locale]

/** A whole script as Markdown: every turn, both tones, what follows, why, and the rules behind it. */
export function scriptMarkdown(script: RenderedScript): string {
  const words = SCRIPT_WORDS[script.locale]
  const places = placesOf(script.nodes, words)
  return [
    ...heading(script, words),
    ...script.nodes.flatMap((node) =>
      'answers' in node
        ? turnLines(node, places, words)
        : ['', `## ${places.get(node.id) ?? ''}`, '', escapeMarkdown(node.after)],
    ),
    '',
    ...legend(script, words),
    '',
  ].join('\n')
}

/**
 * The lines to have at hand during a call, short enough for one printed page: the way through the
 * script that reaches its goals, in one tone, and what not to say.
 */
export function cheatSheet(script: RenderedScript, tone: ScriptTone): string {
  const words = SCRIPT_WORDS[script.locale]
  const turns = bestWay(script)
  const avoid = [...new Set(turns.flatMap((turn) => turn.avoid))].slice(0, MOST_WARNINGS)
  return [
    ...heading(script, words),
    '',
    `| ${words.they} | ${words.say} |`,
    '| --- | --- |',
    ...turns.map(
      (turn) =>
        `| ${escapeMarkdown(turn.they)} | ${escapeMarkdown(goodAnswer(turn)?.[tone] ?? '')} |`,
    ),
    ...(avoid.length === 0 ? [] : ['', `**${words.avoid}**`, '']),
    ...avoid.map((line) => `- ${escapeMarkdown(line)}`),
    '',
    `**${words.record}**`,
    '',
    words.recordLines,
    '',
  ].join('\n')
}

const MOST_WARNINGS = 3

/** The turns of the way on which every answer is a good one, from the first node on. */
function bestWay({ nodes }: RenderedScript): readonly RenderedTurn[] {
  const turns: RenderedTurn[] = []
  let node = nodes[0]
  while (node !== undefined && 'answers' in node) {
    turns.push(node)
    const next = goodAnswer(node)?.next
    node = nodes.find(({ id }) => id === next)
  }
  return turns
}

const goodAnswer = ({ answers }: RenderedTurn): ScriptAnswer | undefined =>
  answers.find(({ trap }) => !trap) ?? answers[0]

function heading(script: RenderedScript, words: Words): readonly string[] {
  return [
    `# ${escapeMarkdown(script.title)}`,
    '',
    `**${words.when}**${words.colon}${escapeMarkdown(script.when)}`,
    '',
    `**${words.prepare}**`,
    '',
    ...script.prepare.map((line) => `- ${escapeMarkdown(line)}`),
  ]
}

function turnLines(
  turn: RenderedTurn,
  places: ReadonlyMap<string, string>,
  words: Words,
): readonly string[] {
  const good = turn.answers.filter(({ trap }) => !trap)
  const traps = turn.answers.filter(({ trap }) => trap)
  return [
    '',
    `## ${places.get(turn.id) ?? ''} ${words.step[turn.step]}`,
    '',
    `**${words.they}**${words.colon}${escapeMarkdown(turn.they)}`,
    ...good.flatMap((answer) => answerLines(answer, places, words)),
    '',
    `**${words.why}**${words.colon}${escapeMarkdown(turn.why)}`,
    ...avoidLines(turn.avoid, traps, { places, words }),
    ...turn.rules.flatMap((rule) => ['', ruleLine(rule, words)]),
  ]
}

function answerLines(
  answer: ScriptAnswer,
  places: ReadonlyMap<string, string>,
  words: Words,
): readonly string[] {
  const next = places.get(answer.next) ?? ''
  return [
    '',
    `**${words.tone.calm}**${words.colon}${escapeMarkdown(answer.calm)}`,
    '',
    `**${words.tone.firm}**${words.colon}${escapeMarkdown(answer.firm)}`,
    '',
    `→ ${escapeMarkdown(answer.then)}${words.stop}${next}${words.end}`,
  ]
}

function avoidLines(
  avoid: readonly string[],
  traps: readonly ScriptAnswer[],
  { places, words }: { readonly places: ReadonlyMap<string, string>; readonly words: Words },
): readonly string[] {
  if (avoid.length === 0 && traps.length === 0) return []
  return [
    '',
    `**${words.avoid}**`,
    '',
    ...avoid.map((line) => `- ${escapeMarkdown(line)}`),
    ...traps.map(({ calm, then, next }) => {
      const place = places.get(next) ?? ''
      return `- ${words.quote(escapeMarkdown(calm))} ${escapeMarkdown(then)}${words.after(place)}`
    }),
  ]
}

/** A rule with its source on one line; one that was not held against the official text says so. */
function ruleLine(rule: CitedRule, words: Words): string {
  const { locale } = words
  const { instrument, article, documentNumber, confidence } = rule.citation
  const name = instrument[locale]
  const parts = [
    words.instrument(name),
    article === null ? '' : articleText(article, locale),
    documentNumber === null || documentNumber === name ? '' : documentNumber,
  ].filter((part) => part !== '')
  const mark = confidence === 'verified' ? '' : words.checkFirst
  const source = `${parts.join(words.comma)}${mark}`
  return `> **${escapeMarkdown(rule.title[locale])}**${words.colon}${escapeMarkdown(rule.says[locale])} ${words.bracket(escapeMarkdown(source))}`
}

/** Turns are numbered in the order of the file; ends have letters. */
function placesOf(nodes: readonly RenderedNode[], words: Words): ReadonlyMap<string, string> {
  const turns = nodes.filter((node) => 'answers' in node)
  const ends = nodes.filter((node) => !('answers' in node))
  return new Map([
    ...turns.map(({ id }, index) => [id, `${String(index + 1)}.`] as const),
    ...ends.map(({ id }, index) => [id, words.endPlace(String.fromCharCode(65 + index))] as const),
  ])
}

const legend = ({ goals }: RenderedScript, words: Words): readonly string[] => [
  `## ${words.check}`,
  '',
  ...goals.map((goal) => `□ ${words.goal[goal]}  `),
]
