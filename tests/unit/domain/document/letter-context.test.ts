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

const rules = { limits: [], lpr: [], arrangements, rights: [], channels: [] }
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

describe('a complaint', () => {
  const channels = [
    { id: 'own', letter: 'complaint-to-lender', addressee: null, creditorKinds: ['bank'] },
    {
      id: 'regulator',
      letter: 'complaint-to-regulator',
      addressee: { 'zh-CN': '监管机构', en: 'the regulator' },
      creditorKinds: ['bank'],
    },
  ] as const
  const filed = (parts: object) => ({
    id: 'x',
    channel: 'own',
    creditor: 'c1',
    contacts: [],
    rules: [],
    filedOn: day('2026-11-01'),
    reference: 'A-1',
    replyDueOn: null,
    outcome: null,
    closedOn: null,
    note: '',
    evidence: [],
    ...parts,
  })
  const about = (complaints: readonly object[], kind: 'bank' | 'microloan' = 'bank') =>
    contextFor('l1', {
      letter: { ...letter, id: 'complaint-to-regulator' },
      rules: { ...rules, channels: channels as never },
      facts: {
        ...facts,
        creditors: [aCreditor({ kind }), aCreditor({ id: 'c2' })],
        complaints: complaints as never,
      },
    })

  it('is addressed to whoever the channel for this kind of lender names', () => {
    expect(about([]).addressee?.['zh-CN']).toBe('监管机构')
    expect(about([], 'microloan').addressee).toBeNull()
  })

  it('names the last one that was sent to this lender itself', () => {
    const { complaint } = about([
      filed({ reference: 'A-0', filedOn: day('2026-10-01') }),
      filed({ outcome: 'rejected' }),
      filed({ reference: 'other lender', creditor: 'c2', filedOn: day('2026-11-20') }),
      filed({ reference: 'other channel', channel: 'regulator', filedOn: day('2026-11-20') }),
      filed({ reference: 'not sent', filedOn: null }),
    ])
    expect(complaint).toEqual({ filedOn: '2026-11-01', reference: 'A-1', outcome: 'rejected' })
    expect(about([]).complaint).toBeNull()
  })
})

describe('what is for the police', () => {
  const harmless = aContact({ id: 'k1', creditor: 'c1', conduct: ['false-statement'] })
  const threat = aContact({ id: 'k2', creditor: 'c1', conduct: ['threat'] })
  const finding = (goodFor: readonly string[]) =>
    ({ contact: 'k1', counted: null, certainty: 'clear', rule: { goodFor } }) as never
  const idsFor = (conduct: LetterRequest['conduct']) =>
    contextFor('l1', { facts: { ...facts, contacts: [harmless, threat] }, conduct }).forPolice.map(
      ({ id }) => id,
    )

  it('is what was noted as such, and what breaks a rule that the police see to', () => {
    expect(idsFor([])).toEqual(['k2'])
    expect(idsFor([finding(['complaint'])])).toEqual(['k2'])
    expect(idsFor([finding(['complaint', 'police'])])).toEqual(['k1', 'k2'])
  })
})
