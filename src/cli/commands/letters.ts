import { checkConduct, type ConductFinding } from '../../domain/conduct/index.ts'
import type { Localised } from '../../domain/cost/index.ts'
import { letterContext, letterObstacles, letterSubjects } from '../../domain/document/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import { renderLetter, type LetterTemplate, type Pack } from '../../packs/index.ts'
import { UsageError, type CaseContext, type Command, type OptionValues } from '../command.ts'
import { fileStem } from '../letters/file-stem.ts'
import { letterPage } from '../letters/letter-page.ts'
import { writeFiles, type OutputFile } from '../letters/write-files.ts'
import { recommendedProposal } from '../weighed-proposals.ts'

const WORDS = {
  'zh-CN': { none: '目前没有适用的信函。' },
  en: { none: 'No letter applies at present.' },
} as const

/** Every letter that applies: for each loan, creditor or household that it is about. */
export const letters: Command = {
  takes: 'case',
  name: 'letters',
  usage: '--out DIR [--kind ID]',
  options: { out: { type: 'string' }, kind: { type: 'string' } },
  async run(context) {
    const { locale, options } = context
    const folder = options['out']
    if (typeof folder !== 'string' || folder === '') throw new UsageError('--out is missing')
    const pack = await context.pack()
    const proposal = await recommendedProposal(context, pack)
    const { facts, on } = context
    const { conduct: rules, meta } = pack
    const conduct = checkConduct({ facts, rules, utcOffset: meta.utcOffset, on })
    const stems = new Set<string>()
    const written = chosenTemplates(pack, options).map((template) => ({
      template,
      files: lettersOf(template, context, { pack, proposal, conduct, stems }),
    }))
    const applying = written.filter(({ files }) => files.length > 0)
    const files = writeFiles(
      folder,
      applying.flatMap((each) => each.files),
    )
    const before = warningsOf(
      pack,
      applying.map(({ template }) => template),
    ).map((warning) => warning[locale])
    const text = files.length === 0 ? WORDS[locale].none : [...files, '', ...before].join('\n')
    return { text, json: { files, before } }
  },
}

function chosenTemplates(pack: Pack, options: OptionValues): readonly LetterTemplate[] {
  const kind = options['kind']
  if (kind === undefined) return pack.letters
  const chosen = pack.letters.filter(({ id }) => id === kind)
  if (chosen.length === 0)
    throw new UsageError(`--kind takes ${pack.letters.map(({ id }) => id).join(' or ')}`)
  return chosen
}

/** What to know before any of these letters is sent, each once. */
function warningsOf(
  { letterWarnings }: Pack,
  templates: readonly LetterTemplate[],
): readonly Localised[] {
  const named = new Set(templates.flatMap(({ warnings }) => warnings))
  return letterWarnings.filter(({ id }) => named.has(id)).map(({ says }) => says)
}

interface Output {
  readonly pack: Pack
  readonly proposal: Proposal | null
  readonly conduct: readonly ConductFinding[]
  /** The names given so far. */
  readonly stems: Set<string>
}

function lettersOf(
  template: LetterTemplate,
  { facts, on, locale }: CaseContext,
  { pack, proposal, conduct, stems }: Output,
): readonly OutputFile[] {
  return letterSubjects(facts, template).flatMap((subject) => {
    const context = letterContext({
      facts,
      proposal,
      letter: template,
      subject,
      on,
      locale,
      rules: pack,
      conduct,
    })
    if (letterObstacles(template, context).length > 0) return []
    const about = subject.loan ?? subject.creditor
    const stem = fileStem(about === null ? template.id : `${template.id}-${about}`, stems)
    stems.add(stem)
    const markdown = renderLetter(pack, template.id, context)
    const page = letterPage(markdown, { title: template.title[locale], locale })
    return [
      { name: `${stem}.${locale}.md`, content: markdown },
      { name: `${stem}.${locale}.html`, content: page },
    ]
  })
}
