import type { ArrangementRule } from '../../src/domain/proposal/index.ts'
import { CREDITOR_KINDS, LOAN_KINDS } from '../../src/domain/case/index.ts'
import { day } from './builders.ts'

/** A rule under which any creditor can be asked for up to sixty instalments. */
export const anInstalmentRule = (parts: Partial<ArrangementRule> = {}): ArrangementRule => ({
  id: 'test.instalment',
  kind: 'instalment',
  title: { 'zh-CN': '分期', en: 'Instalments' },
  says: { 'zh-CN': '可以协商。', en: 'They can be asked for.' },
  basis: 'customary',
  citation: null,
  creditorKinds: CREDITOR_KINDS,
  loanKinds: LOAN_KINDS,
  concession: 1,
  maxMonths: 60,
  bound: 'practice',
  cutTo: null,
  inForceFrom: day('2011-01-13'),
  inForceUntil: null,
  ...parts,
})

/** Rules under which any creditor can be asked for everything but a rate of its own: within the shipped pack's bounds. */
export const askRules = (
  parts: Partial<Pick<ArrangementRule, 'creditorKinds' | 'citation'>> = {},
): readonly ArrangementRule[] => {
  const rule = (own: Partial<ArrangementRule>): ArrangementRule =>
    anInstalmentRule({ ...own, ...parts, id: `test.${own.kind ?? 'instalment'}` })
  return [
    rule({}),
    rule({ kind: 'catch-up', basis: 'contract', concession: 0, maxMonths: 6 }),
    rule({ kind: 'deferral', basis: 'own-ask', concession: 2, maxMonths: 6 }),
    rule({ kind: 'penalty-waiver', concession: 3, maxMonths: null }),
    rule({ kind: 'interest-cut', concession: 4, maxMonths: null, cutTo: { kind: 'nothing' } }),
    rule({ kind: 'settlement', concession: 5, maxMonths: null }),
    rule({ kind: 'token', basis: 'own-ask', concession: 2, maxMonths: 12 }),
  ]
}
