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
  inForceFrom: day('2011-01-13'),
  inForceUntil: null,
  ...parts,
})
