import { describe, expect, it } from 'vitest'
import { CREDITOR_KINDS, LOAN_KINDS, type Case } from '../../../src/domain/case/index.ts'
import { letterContext, letterSubjects } from '../../../src/domain/document/index.ts'
import { aCase, aContact, aCreditor, aLoan, day } from '../../support/builders.ts'
import { proposalOf } from '../../support/letter-cases.ts'
import { shippedPack } from '../../support/pack-files.ts'

const pack = shippedPack()

function citedIn(letterId: string, facts: Case, on: string): readonly string[] {
  const letter = pack.letters.find(({ id }) => id === letterId)
  if (letter === undefined) throw new Error(letterId)
  return letterSubjects(facts, letter).flatMap((subject) =>
    letterContext({
      facts,
      proposal: null,
      letter,
      subject,
      on: day(on),
      locale: 'zh-CN',
      rules: pack,
      conduct: [],
    }).rules.map(({ id }) => id),
  )
}

function caseOf(
  kind: (typeof CREDITOR_KINDS)[number],
  loan: Parameters<typeof aLoan>[0] = {},
): Case {
  return aCase({
    creditors: [aCreditor({ kind, licensed: null })],
    loans: [aLoan(loan)],
    contacts: [aContact({ creditor: 'c1', conduct: ['threat'] })],
  })
}

describe('a letter cites a rule only from the day it is in force', () => {
  it.each([
    ['police-report', 'cn.right.public-security', '2025-12-31', '2026-01-01'],
    ['consent-withdrawal', 'cn.right.pi-withdraw', '2021-10-31', '2021-11-01'],
    ['complaint-to-lender', 'cn.right.complaint-deadline', '2020-02-29', '2020-03-01'],
    ['contact-only-me', 'cn.right.peace', '2020-12-31', '2021-01-01'],
  ])('%s and %s', (letter, rule, before, from) => {
    expect(citedIn(letter, caseOf('bank'), before)).not.toContain(rule)
    expect(citedIn(letter, caseOf('bank'), from)).toContain(rule)
  })

  it('and goes by the day of the loan where the rule does', () => {
    const lent = (on: string) =>
      citedIn('contract-and-ledger-request', caseOf('bank', { disbursedOn: day(on) }), '2026-11-24')
    expect(lent('2021-03-30')).not.toContain('cn.right.price-in-contract')
    expect(lent('2021-03-31')).toContain('cn.right.price-in-contract')
  })
})

describe('a letter cites a rule only to those it binds', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['complaint-to-lender', 'cn.right.complaint-deadline', ['bank', 'consumer-finance']],
    [
      'credit-record-dispute',
      'cn.right.credit-dispute',
      ['bank', 'consumer-finance', 'microloan', 'platform', 'collector', 'other'],
    ],
    [
      'consent-withdrawal',
      'cn.right.pi-delete',
      ['bank', 'consumer-finance', 'microloan', 'platform', 'collector', 'other'],
    ],
    [
      'contract-and-ledger-request',
      'cn.right.price-in-contract',
      ['bank', 'consumer-finance', 'microloan', 'platform'],
    ],
    ['waiver-request', 'cn.right.damages-reduced', CREDITOR_KINDS],
  ]
  it.each(rows)('%s and %s', (letter, rule, kinds) => {
    const citing = CREDITOR_KINDS.filter((kind) =>
      citedIn(letter, caseOf(kind), '2026-11-24').includes(rule),
    )
    expect(citing).toEqual(kinds)
  })

  it('and the rules on bank cards only about a bank’s card', () => {
    for (const creditor of CREDITOR_KINDS)
      for (const kind of LOAN_KINDS) {
        const cited = citedIn('waiver-request', caseOf(creditor, { kind }), '2026-11-24')
        expect([creditor, kind, cited.includes('cn.right.card-charges')]).toEqual([
          creditor,
          kind,
          creditor === 'bank' && kind === 'revolving',
        ])
      }
  })

  it('never the cap on private lending to a licensed lender', () => {
    const limits = CREDITOR_KINDS.map((kind) => {
      const dear = caseOf(kind, { rate: { ...aLoan().rate, numerator: 60 } })
      const cited = citedIn('rate-reduction-request', dear, '2026-11-24')
      return [kind, ...cited.filter((id) => id.startsWith('cn.cost.'))]
    })
    expect(limits).toEqual([
      ['bank', 'cn.cost.financial-24'],
      ['consumer-finance', 'cn.cost.financial-24'],
      ['microloan', 'cn.cost.financial-24'],
      ['platform'],
      ['private', 'cn.cost.private-4lpr'],
      ['collector'],
      ['other'],
    ])
  })

  it('no limit that the loan is within, and no target of the supervisor', () => {
    const cheap = caseOf('microloan', { disbursedOn: day('2026-02-01') })
    for (const { id } of pack.letters) {
      const cited = citedIn(id, cheap, '2026-11-24')
      expect(cited).not.toContain('cn.cost.financial-24')
      expect(cited).not.toContain('cn.cost.microloan-4lpr-2027')
    }
  })
})

describe('what a letter cites', () => {
  it('is in force, for every lender, loan and year', () => {
    const days = [
      '2012-06-01',
      '2018-06-01',
      '2021-06-01',
      '2024-06-01',
      '2025-12-31',
      '2026-11-24',
    ]
    const known = new Map(
      [...pack.rights, ...pack.limits, ...pack.arrangements].map((rule) => [rule.id, rule]),
    )
    const cases = CREDITOR_KINDS.flatMap((kind) =>
      LOAN_KINDS.map((loanKind) =>
        caseOf(kind, { kind: loanKind, disbursedOn: day('2012-01-10') }),
      ),
    )
    const early = cases.flatMap((facts) =>
      days.flatMap((on) =>
        pack.letters
          .flatMap(({ id }) => citedIn(id, facts, on))
          .filter((name) => (known.get(name)?.inForceFrom ?? '9999') > on),
      ),
    )
    expect(early).toEqual([])
  })

  it('is marked where its official text was not seen', () => {
    const facts = caseOf('bank', { kind: 'revolving' })
    const letter = pack.letters.find(({ id }) => id === 'complaint-to-lender')
    const [subject] = letter ? letterSubjects(facts, letter) : []
    if (!letter || !subject) throw new Error('no letter')
    const { rules } = letterContext({
      facts,
      proposal: proposalOf(facts),
      letter,
      subject,
      on: day('2026-11-24'),
      locale: 'en',
      rules: pack,
      conduct: [],
    })
    for (const { citation, checkFirst } of rules)
      expect(checkFirst).toBe(citation.confidence !== 'verified')
    expect(rules.some(({ checkFirst }) => checkFirst)).toBe(true)
  })
})
