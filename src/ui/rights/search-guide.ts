import { LOCALES, type Locale } from '../../domain/case/index.ts'
import type { GuideTopic } from '../../packs/index.ts'

/** A piece of text, and whether it is what was looked for. */
export interface TextPart {
  readonly text: string
  readonly isHit: boolean
}

export interface GuideHit {
  readonly topic: GuideTopic
  readonly title: readonly TextPart[]
  /** The line in which it was found; empty where only the title or a further word has it. */
  readonly excerpt: readonly TextPart[]
  /** The language the excerpt is in: the other one where only that has the words. */
  readonly excerptLocale: Locale
}

const TITLE_WEIGHT = 8
const KEYWORD_WEIGHT = 4
const EXCERPT_LENGTH = 110

/**
 * The topics that have all the words of a query in their titles, further words or texts, in either
 * language, best first. Where none has all, those that have most pieces of them: two signs of Chinese,
 * the beginning of a word of Latin letters.
 */
export function searchGuide(
  guide: readonly GuideTopic[],
  query: string,
  locale: Locale,
): readonly GuideHit[] {
  const terms = [...new Set(wordsOf(query))]
  if (terms.length === 0) return []
  const exact = guide
    .map((topic) => ({ topic, score: scoreOf(topic, terms), found: countOf(topic, terms) }))
    .filter(({ found }) => found === terms.length)
  const hits = exact.length > 0 ? exact : nearMisses(guide, piecesOf(terms))
  const marked = exact.length > 0 ? terms : piecesOf(terms)
  return hits
    .toSorted((one, other) => other.score - one.score)
    .map(({ topic }) => shown(topic, marked, locale))
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const wordsOf = (query: string): readonly string[] =>
  folded(query)
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word !== '')

/** Two signs at a time, or a word without its ending. */
const piecesOf = (terms: readonly string[]): readonly string[] => [
  ...new Set(
    terms.flatMap((term) =>
      /\p{Script=Han}/u.test(term)
        ? [...term].slice(1).map((sign, index) => `${[...term][index] ?? ''}${sign}`)
        : term.length < 4
          ? []
          : [term.slice(0, Math.max(4, term.length - 3))],
    ),
  ),
]

function nearMisses(guide: readonly GuideTopic[], pieces: readonly string[]) {
  const counted = guide.map((topic) => {
    const found = countOf(topic, pieces)
    return { topic, score: found * 100 + scoreOf(topic, pieces), found }
  })
  const most = Math.max(0, ...counted.map(({ found }) => found))
  return counted.filter(({ found }) => found > 0 && found * 2 > most)
}

const has = (text: string, term: string): boolean => folded(text).includes(term)
const inAny = (text: Readonly<Record<Locale, string>>, term: string): boolean =>
  LOCALES.some((locale) => has(text[locale], term))

const countOf = ({ title, keywords, markdown }: GuideTopic, terms: readonly string[]): number =>
  terms.filter((term) => inAny(title, term) || inAny(keywords, term) || inAny(markdown, term))
    .length

const scoreOf = ({ title, keywords, markdown }: GuideTopic, terms: readonly string[]): number =>
  terms.reduce(
    (sum, term) =>
      sum +
      (inAny(title, term) ? TITLE_WEIGHT : 0) +
      (inAny(keywords, term) ? KEYWORD_WEIGHT : 0) +
      (inAny(markdown, term) ? 1 : 0),
    0,
  )

function shown(topic: GuideTopic, terms: readonly string[], locale: Locale): GuideHit {
  const locales = [locale, ...LOCALES.filter((other) => other !== locale)]
  const found = locales.flatMap((each) => {
    const line = bestLine(topic.markdown[each], terms)
    return line === null ? [] : [{ line, locale: each }]
  })[0]
  return {
    topic,
    title: partsOf(topic.title[locale], terms),
    excerpt: found === undefined ? [] : partsOf(cut(found.line, terms), terms),
    excerptLocale: found?.locale ?? locale,
  }
}

/** The line of a text that has most of the terms; null where none has any. */
function bestLine(markdown: string, terms: readonly string[]): string | null {
  let best: string | null = null
  let most = 0
  for (const line of markdown.split('\n').map(withoutMarks)) {
    const found = terms.filter((term) => has(line, term)).length
    if (found <= most) continue
    most = found
    best = line
  }
  return best
}

const withoutMarks = (line: string): string =>
  line.replaceAll('**', '').replace(/^\s*(?:[-*]|\d+\.)\s+/, '')

/** A long line around the first of the terms. */
function cut(line: string, terms: readonly string[]): string {
  if (line.length <= EXCERPT_LENGTH) return line
  const places = terms.map((term) => line.toLowerCase().indexOf(term)).filter((at) => at >= 0)
  const start = Math.max(0, Math.min(...places) - EXCERPT_LENGTH / 3)
  const end = start + EXCERPT_LENGTH
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`
}

/** A text in pieces, the terms by themselves. */
function partsOf(text: string, terms: readonly string[]): readonly TextPart[] {
  const pattern = terms
    .toSorted((one, other) => other.length - one.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|')
  if (pattern === '') return [{ text, isHit: false }]
  return text
    .split(new RegExp(`(${pattern})`, 'iu'))
    .map((piece, index) => ({ text: piece, isHit: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '')
}
