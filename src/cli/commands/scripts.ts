import { scriptContext, scriptsFor } from '../../domain/document/index.ts'
import { renderScript, scriptMarkdown, type Pack } from '../../packs/index.ts'
import { UsageError, type Command, type OptionValues } from '../command.ts'
import { fileStem } from '../letters/file-stem.ts'
import { writeFiles, type OutputFile } from '../letters/write-files.ts'
import { recommendedProposal } from '../weighed-proposals.ts'

const WORDS = {
  'zh-CN': { none: '目前没有适用的话术：没有还未还清的借款。' },
  en: { none: 'No script applies: no loan is still owed.' },
} as const

/** The call scripts that apply, each about the loan it is for, as Markdown. */
export const scripts: Command = {
  takes: 'case',
  name: 'scripts',
  usage: '--out DIR [--kind ID]',
  options: { out: { type: 'string' }, kind: { type: 'string' } },
  async run(context) {
    const { facts, on, locale, options } = context
    const folder = options['out']
    if (typeof folder !== 'string' || folder === '') throw new UsageError('--out is missing')
    const pack = await context.pack()
    const isChosen = choiceOf(pack, options)
    const matches = scriptsFor(facts, on).filter(({ situation }) => isChosen(situation))
    const proposal = await recommendedProposal(context, pack)
    const stems = new Set<string>()
    const pages = matches.flatMap(({ situation, loan }): OutputFile[] => {
      const request = { facts, loanId: loan, proposal, on, locale, rules: pack }
      const values = scriptContext(request)
      if (values === null) return []
      const stem = fileStem(`${situation}-${loan}`, stems)
      stems.add(stem)
      const content = scriptMarkdown(renderScript(pack, situation, values))
      return [{ name: `${stem}.${locale}.md`, content }]
    })
    const files = writeFiles(folder, pages)
    return { text: files.length === 0 ? WORDS[locale].none : files.join('\n'), json: { files } }
  },
}

function choiceOf(pack: Pack, options: OptionValues): (situation: string) => boolean {
  const { kind } = options
  if (kind === undefined) return () => true
  const known = pack.talk().scripts.map(({ id }) => id)
  if (!known.some((id) => id === kind)) throw new UsageError(`--kind takes ${known.join(' or ')}`)
  return (situation) => situation === kind
}
