import type { Locale } from '../../domain/case/index.ts'
import {
  countedContacts,
  countFindings,
  whyText,
  type ConductFinding,
} from '../../domain/conduct/index.ts'
import { citationText } from './citation-text.ts'

const WORDS = {
  'zh-CN': {
    none: '联系记录中没有发现可能违反催收规则的情况。',
    clear: '明确',
    possible: '可能，请核实',
    times: '次',
    note: '以上是记录与规则的比对，不是法律结论。',
    nature: {
      statute: '法律',
      regulation: '法规规章或规范性文件',
      judicial: '司法文件',
      standard: '推荐性国家标准',
      'self-regulation': '行业自律',
      press: '公开资料',
    },
  },
  en: {
    none: 'Nothing in the contact log may have broken a rule on collection.',
    clear: 'clear',
    possible: 'possible, to be checked',
    times: 'times',
    note: 'This compares the log with the rules; it is not a legal verdict.',
    nature: {
      statute: 'statute',
      regulation: 'regulation',
      judicial: 'court document',
      standard: 'recommended national standard',
      'self-regulation': 'self-regulation',
      press: 'public material',
    },
  },
} as const

/** A finding as the contract has it, with what it may be used for beside. */
export const violationJson = (finding: ConductFinding, locale: Locale) => ({
  rule: finding.rule.id,
  contact: finding.contact,
  severity: finding.severity,
  why: whyText(finding, locale),
  citation: citationText(finding.basis.citation, locale),
  on: finding.on,
  certainty: finding.certainty,
  nature: finding.basis.nature,
  confidence: finding.basis.citation.confidence,
  contacts: countedContacts(finding),
  goodFor: finding.rule.goodFor,
  missing: finding.missing,
})

/** The findings for people: one paragraph each, then how often each rule was touched. */
export function conductText(findings: readonly ConductFinding[], locale: Locale): string {
  const words = WORDS[locale]
  if (findings.length === 0) return words.none
  const titles = new Map(findings.map(({ rule }) => [rule.id, rule.title[locale]]))
  const counts = Object.entries(countFindings(findings)).map(
    ([id, count]) => `${titles.get(id) ?? id}: ${String(count)} ${words.times}`,
  )
  return [...findings.map((finding) => paragraph(finding, locale)), ...counts, words.note].join(
    '\n',
  )
}

function paragraph(finding: ConductFinding, locale: Locale): string {
  const { rule, basis, contact, on, certainty } = finding
  const words = WORDS[locale]
  return [
    `${on} ${contact} · ${rule.title[locale]} (${words[certainty]})`,
    `  ${whyText(finding, locale)}`,
    `  ${citationText(basis.citation, locale)} · ${words.nature[basis.nature]}`,
    '',
  ].join('\n')
}
