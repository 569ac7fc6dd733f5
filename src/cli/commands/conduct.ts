import { checkConduct, countFindings } from '../../domain/conduct/index.ts'
import type { Command } from '../command.ts'
import { conductText, violationJson } from '../report/conduct-report.ts'

/** The contact log held against the pack's rules, up to the day of `--on`. */
export const conduct: Command = {
  takes: 'case',
  name: 'conduct',
  usage: '',
  options: {},
  async run({ facts, locale, on, pack }) {
    const { conduct: rules, meta } = await pack()
    const findings = checkConduct({ facts, rules, utcOffset: meta.utcOffset, on })
    const violations = findings.map((finding) => violationJson(finding, locale))
    return {
      text: conductText(findings, locale),
      json: { violations, counts: countFindings(findings) },
    }
  },
}
