import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/domain/case/index.ts'
import { KEPT_GOALS, SCRIPT_SITUATIONS } from '../../../src/domain/document/index.ts'
import type { PackProblem, ScriptTurn } from '../../../src/packs/index.ts'
import { parsePack } from '../../../src/packs/parse-pack.ts'
import { parseScripts } from '../../../src/packs/parse-scripts.ts'
import { shippedFiles, shippedPack } from '../../support/pack-files.ts'

const files = shippedFiles()
const pack = shippedPack()
const citable = [...pack.limits, ...pack.arrangements, ...pack.rights, ...pack.conduct]
const ENGLISH = 'scripts/home-visit.en.yaml'
const CHINESE = 'scripts/home-visit.zh-CN.yaml'

function problemsOf(changed: Readonly<Record<string, string>>): readonly PackProblem[] {
  const reading = parseScripts(changed, citable)
  return reading.ok ? [] : reading.problem
}

/** The problems once a piece of text was replaced in both languages, or only in one file. */
function problemsWith(
  from: string | RegExp,
  to: string,
  names: readonly string[] = [CHINESE, ENGLISH],
): readonly PackProblem[] {
  const changed = { ...files }
  for (const name of names) {
    const text = files[name] ?? ''
    changed[name] = text.replace(from, to)
    expect(changed[name], `${String(from)} is in ${name}`).not.toBe(text)
  }
  return problemsOf(changed)
}

const codesOf = (problems: readonly PackProblem[]) => [...new Set(problems.map(({ code }) => code))]

describe('the shipped scripts', () => {
  it('have no problem', () => {
    expect(problemsOf(files)).toEqual([])
  })

  it('cover every situation', () => {
    expect(pack.talk().scripts.map(({ id }) => id)).toEqual([...SCRIPT_SITUATIONS])
  })

  it('can reach every goal that they name, unless it is kept by not breaking it', () => {
    for (const { id, texts } of pack.talk().scripts) {
      const answers = texts.en.nodes.flatMap((node) => ('answers' in node ? node.answers : []))
      const earned = new Set(answers.flatMap(({ earns }) => earns))
      const broken = new Set(answers.flatMap(({ breaks }) => breaks))
      const idle = texts.en.goals.filter(
        (goal) => !earned.has(goal) && !(KEPT_GOALS.includes(goal) && broken.has(goal)),
      )
      expect(idle, `in ${id}`).toEqual([])
    }
  })

  it('reach all their goals on the way where nobody falls for a trap', () => {
    for (const { id, texts } of pack.talk().scripts) {
      const earned = new Set<string>(KEPT_GOALS)
      let node = texts.en.nodes[0]
      while (node !== undefined && 'answers' in node) {
        const good = node.answers.find(({ trap }) => !trap)
        good?.earns.forEach((goal) => earned.add(goal))
        node = texts.en.nodes.find((other) => other.id === good?.next)
      }
      const left = texts.en.goals.filter((goal) => !earned.has(goal))
      expect(left, `in ${id}`).toEqual([])
    }
  })

  it('offer a good answer at every turn, calm and firm in words of their own', () => {
    const plain = everyTurn(({ answers }) => answers.every(({ trap }) => trap))
    const sameTwice = everyTurn(({ answers }) =>
      // Asking for writing needs no second wording.
      answers.some(
        ({ trap, calm, firm }) => !trap && calm === firm && !calm.includes('phrase.writing'),
      ),
    )
    expect([plain, sameTwice]).toEqual([[], []])
  })

  it('never break a goal by a good answer', () => {
    const harmful = everyTurn(({ answers }) =>
      answers.some(({ trap, breaks }) => !trap && breaks.length > 0),
    )
    expect(harmful).toEqual([])
  })
})

/** The turns of all scripts in both languages of which something is true. */
const everyTurn = (is: (turn: ScriptTurn) => boolean): string[] =>
  pack.talk().scripts.flatMap(({ id, texts }) =>
    LOCALES.flatMap((locale) =>
      texts[locale].nodes
        .filter((node) => 'answers' in node)
        .filter(is)
        .map((turn) => `${id} ${turn.id} ${locale}`),
    ),
  )

describe('a script', () => {
  it('is refused when a language lacks it', () => {
    const rest = Object.entries(files).filter(([name]) => name !== ENGLISH)
    expect(problemsOf(Object.fromEntries(rest))).toEqual([
      { file: ENGLISH, path: '$', code: 'missing-file' },
    ])
  })

  it('is refused when its languages are not in step', () => {
    expect(problemsWith('breaks: [within-plan,', 'breaks: [', [ENGLISH])).toEqual([
      { file: ENGLISH, path: '$', code: 'script-out-of-step' },
    ])
  })

  it.each([
    ['leads nowhere', 'next: inside', 'next: outside', 'script-next-unknown'],
    ['has a part nobody comes to', /next: end-signed/, 'next: end', 'script-unreachable'],
    ['goes round in a circle', /next: offer/, 'next: opening', 'script-endless'],
    ['has one id twice', /- id: inside/, '- id: offer', 'duplicate-id'],
    ['cites a rule there is not', 'cn.conduct.publicised', 'cn.conduct.none', 'unknown-rule'],
    ['counts for a goal it lacks', 'earns: [evidence]', 'earns: [waiver]', 'script-goal-unknown'],
    ['has a broken template', '{{ lender }}', '{{ lender', 'template-broken'],
    ['is for nobody', 'id: home-visit', 'id: garden-visit', 'not-one-of'],
    ['is for another situation', 'id: home-visit', 'id: text-reply', 'foreign-id'],
    ['has a field of its own', 'channel: visit', 'channel: visit\ncolour: red', 'unknown-field'],
    ['is no YAML', 'id: home-visit', 'id: [', 'not-yaml'],
    ['says a thing twice', 'channel: visit', 'channel: visit\nchannel: call', 'not-yaml'],
  ])('is refused when it %s', (_, from, to, code) => {
    expect(codesOf(problemsWith(from, to))).toContain(code)
  })

  it('cannot be blown up by references to itself', () => {
    const bomb = `a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n`
    expect(codesOf(problemsOf({ ...files, [ENGLISH]: bomb }))).toContain('not-yaml')
  })

  it('is refused when no situation asks for it', () => {
    const changed = { ...files, 'scripts/small-talk.en.yaml': 'id: small-talk' }
    expect(codesOf(problemsOf(changed))).toEqual(['script-not-listed'])
  })

  it('is not read with the rest of the pack, and says what is wrong when it is', () => {
    const reading = parsePack({ ...files, [ENGLISH]: 'id: [' })
    const ask = () => (reading.ok ? reading.value.talk() : null)
    expect(ask).toThrow(/home-visit\.en\.yaml \$ not-yaml/)
  })
})
