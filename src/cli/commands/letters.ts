import { letterContext } from '../../domain/document/index.ts'
import { proposeAll } from '../../domain/proposal/index.ts'
import { renderLetter, type LetterTemplate, type Pack } from '../../packs/index.ts'
import { UsageError, type CaseContext, type Command, type OptionValues } from '../command.ts'
import { fileStem } from '../letters/file-stem.ts'
import { letterPage } from '../letters/letter-page.ts'
import { writeFiles, type OutputFile } from '../letters/write-files.ts'

const WORDS = {
  'zh-CN': { none: '目前没有适用的信函：没有需要向债权人提出请求的可行方案。' },
  en: { none: 'No letter applies: no feasible proposal asks a creditor for anything.' },
} as const

/** Every letter that applies, for every loan of the recommended proposal that asks its creditor for something. */
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
    const templates = chosenTemplates(pack, options)
    const written = templates.map((template) => ({
      template,
      files: lettersOf(template, context, pack),
    }))
    const applying = written.filter(({ files }) => files.length > 0)
    const files = writeFiles(
      folder,
      applying.flatMap((each) => each.files),
    )
    const before = applying.map(({ template }) => template.before[locale])
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

function lettersOf(
  template: LetterTemplate,
  { facts, on, locale }: CaseContext,
  pack: Pack,
): readonly OutputFile[] {
  const set = proposeAll(facts, pack.arrangements, on)
  const proposal = [set.statusQuo, ...set.proposals].find(({ id }) => id === set.recommended)
  if (proposal === undefined) return []
  const stems = new Set<string>()
  return facts.loans.flatMap((loan) => {
    const request = { facts, proposal, loanId: loan.id, on, locale, rules: pack }
    const context = letterContext(request)
    if (context === null) return []
    const stem = fileStem(`${template.id}-${loan.id}`, stems)
    stems.add(stem)
    const markdown = renderLetter(pack, template.id, context)
    const page = letterPage(markdown, { title: template.title[locale], locale })
    return [
      { name: `${stem}.${locale}.md`, content: markdown },
      { name: `${stem}.${locale}.html`, content: page },
    ]
  })
}
