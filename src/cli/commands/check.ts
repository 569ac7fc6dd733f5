import { DEFAULT_LOCALE, type FileCommand } from '../command.ts'
import { noticeLine, showNotice } from '../notice-messages.ts'
import { readCaseFile } from '../read-case-file.ts'

const VERDICTS = {
  'zh-CN': { valid: '文件有效', warning: '提示' },
  en: { valid: 'the case file is valid', warning: 'warning' },
} as const

/** Says whether a case file is valid: every problem and every warning with its path. */
export const check: FileCommand = {
  takes: 'file',
  name: 'check',
  usage: '',
  options: {},
  run({ file, chosenLocale }) {
    const reading = readCaseFile(file)
    const locale = chosenLocale ?? (reading.ok ? reading.facts.locale : DEFAULT_LOCALE)
    const problems = reading.ok ? [] : reading.problems.map((found) => showNotice(found, locale))
    const warnings = reading.warnings.map((found) => showNotice(found, locale))
    const words = VERDICTS[locale]
    const text = [
      words.valid,
      ...warnings.map((found) => `${words.warning} ${noticeLine(found)}`),
    ].join('\n')
    return {
      text: reading.ok ? text : '',
      json: { valid: reading.ok, problems, warnings },
      complaints: problems.map(noticeLine),
      status: reading.ok ? 0 : 1,
    }
  },
}
