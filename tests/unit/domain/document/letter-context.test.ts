import { describe, expect, it } from 'vitest'
import {
  letterContext,
  letterObstacles,
  letterSubjects,
  type LetterRequest,
  type LetterSpec,
} from '../../../../src/domain/document/index.ts'
import { proposeAll } from '../../../../src/domain/proposal/index.ts'
import { aCase, aContact, aCreditor, aLoan, day, yuan } from '../../../support/builders.ts'
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
const proposal = proposeAll(facts, arrangements, on).proposals.find(
  ({ strategy }) => strategy === 'pro-rata',
)

const rules = { limits: [], lpr: [], arrangements, rights: [] }
const letter: LetterSpec = {
  id: 'test',
  about: 'loan',
  needs: ['proposal'],
  creditorKinds: null,
  loanKinds: null,
  asks: ['name', 'contractNo'],
  cites: ['arrangements'],
}
const base = {
  facts,
  proposal: proposal ?? null,
  letter,
  on,
  locale: 'zh-CN',
  rules,
  conduct: [],
} as const
const contextFor = (loanId: string, parts: Partial<LetterRequest> = {}) =>
  letterContext({ ...base, subject: { creditor: 'c1', loan: loanId }, ...parts })

describe('the values of a letter', () => {
  const context = contextFor('l1')

  it('are those of the proposal, to the fen', () => {
    const part = proposal?.perLoan.find(({ loan }) => loan === 'l1')
    expect(part).toBeDefined()
    expect(context.offer?.total).toBe(part?.totalPaid)
    expect(context.offer?.payments).toEqual(part?.payments)
    expect(context.offer?.count).toBe(part?.payments.length)
  })

  it('show every creditor’s share and whose letter it is', () => {
    expect(context.shares.map(({ isAddressee }) => isAddressee)).toEqual([true, false])
  })

  it('cite the rule to ask under and mark what was not read in its own text', () => {
    expect(context.rules).toMatchObject([{ id: 'test.instalment', checkFirst: true }])
  })

  it('hold no offer where there is no proposal, and list what is missing', () => {
    expect(contextFor('l1', { proposal: null }).offer).toBeNull()
    expect(context.missing).toEqual(['name', 'contractNo'])
    const debtor = { ...facts.debtor, name: '某人（虚构）' }
    expect(contextFor('l1', { facts: { ...facts, debtor } }).missing).toEqual(['contractNo'])
  })

  it('take no loan that the creditor does not have', () => {
    expect(() => contextFor('l2')).toThrow(RangeError)
    expect(() => contextFor('nobody')).toThrow(RangeError)
  })
})

describe('whom a letter can be about', () => {
  it.each([
    ['loan', ['l1', 'l2']],
    ['creditor', [null, null]],
    ['household', [null]],
  ] as const)('%s', (about, loans) => {
    const subjects = letterSubjects(facts, { ...letter, about })
    expect(subjects.map(({ loan }) => loan)).toEqual(loans)
  })
})

describe('what stands in a letter’s way', () => {
  const obstacles = (parts: Partial<LetterSpec>, changed: Partial<LetterRequest> = {}) =>
    letterObstacles({ ...letter, ...parts }, contextFor('l1', changed))

  it('is nothing where all it needs is there', () => {
    expect(obstacles({})).toEqual([])
  })

  it('is each need that is not met, and another kind of lender or loan', () => {
    const needs = ['proposal', 'agreement', 'settled', 'conduct'] as const
    expect(
      obstacles(
        { needs, creditorKinds: ['private'], loanKinds: ['revolving'] },
        { proposal: null },
      ),
    ).toEqual(['proposal', 'agreement', 'settled', 'conduct', 'creditor-kind', 'loan-kind'])
  })

  it('goes away with what happens', () => {
    const contacts = [
      aContact({ creditor: 'c3', party: 'employer' }),
      aContact({ id: 'k2', creditor: 'c2', conduct: ['threat'] }),
    ]
    const creditors = [...facts.creditors, aCreditor({ id: 'c3', onBehalfOf: 'c1' })]
    const heard = { facts: { ...facts, contacts, creditors } }
    expect(obstacles({ needs: ['conduct', 'third-party', 'people'] }, heard)).toEqual([])
    expect(obstacles({ needs: ['threat'] }, heard)).toEqual(['threat'])
  })
})
