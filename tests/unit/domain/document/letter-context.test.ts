import { describe, expect, it } from 'vitest'
import { letterContext } from '../../../../src/domain/document/index.ts'
import { proposeAll } from '../../../../src/domain/proposal/index.ts'
import { aCase, aCreditor, aLoan, day, yuan } from '../../../support/builders.ts'
import { anInstalmentRule } from '../../../support/rules.ts'

const on = day('2026-11-24')
const citation = {
  instrument: { 'zh-CN': '办法', en: 'Measures' },
  article: '70',
  documentNumber: null,
  issuer: { 'zh-CN': '机关', en: 'Office' },
  source: 'test',
  confidence: 'verified-secondary',
} as const
const arrangements = [anInstalmentRule({ citation, basis: 'legal' })]
const facts = aCase({
  creditors: [aCreditor(), aCreditor({ id: 'c2', name: '乙（虚构）' })],
  loans: [
    aLoan(),
    aLoan({ id: 'l2', creditor: 'c2', principal: yuan(6000), received: yuan(6000) }),
  ],
})
const [proposal] = proposeAll(facts, arrangements, on).proposals

const contextFor = (loanId: string) => {
  if (proposal === undefined) throw new Error('no proposal')
  const rules = { limits: [], lpr: [], arrangements }
  return letterContext({ facts, proposal, loanId, on, locale: 'zh-CN', rules })
}

describe('the values of a letter', () => {
  const context = contextFor('l1')

  it('are those of the proposal, to the fen', () => {
    const part = proposal?.perLoan.find(({ loan }) => loan === 'l1')
    expect(context?.offer.total).toBe(part?.totalPaid)
    expect(context?.offer.payments).toEqual(part?.payments)
    expect(context?.offer.count).toBe(part?.payments.length)
  })

  it('show every creditor’s share and whose letter it is', () => {
    expect(context?.shares.map(({ isAddressee }) => isAddressee)).toEqual([true, false])
  })

  it('cite the rule to ask under and mark what was not read in its own text', () => {
    expect(context?.rules).toMatchObject([{ id: 'test.instalment', checkFirst: true }])
  })

  it('are not there for a loan that is asked for nothing', () => {
    expect(contextFor('nobody')).toBeNull()
  })
})
