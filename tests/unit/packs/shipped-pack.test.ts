import { describe, expect, it } from 'vitest'
import { CREDITOR_KINDS, LOAN_KINDS } from '../../../src/domain/case/index.ts'
import { parsePack } from '../../../src/packs/parse-pack.ts'
import { shippedFiles, shippedPack } from '../../support/pack-files.ts'

const { meta, limits, lpr, arrangements, letters, letterWarnings } = shippedPack()
const limitOf = (id: string) => limits.find((limit) => limit.id === id)

describe('the China pack', () => {
  it('has no problem', () => {
    const reading = parsePack(shippedFiles())
    expect(reading.ok ? [] : reading.problem).toEqual([])
  })

  it('has every limit that the outside may rely on', () => {
    expect(limits.map(({ id }) => id)).toEqual([
      'cn.cost.financial-24',
      'cn.cost.private-4lpr',
      'cn.cost.microloan-24',
      'cn.cost.microloan-4lpr-2027',
      'cn.cost.annualised-disclosure',
      'cn.cost.all-in-disclosure-2026',
    ])
  })

  it('keeps the cap on private lending away from licensed lenders', () => {
    const applies = limitOf('cn.cost.private-4lpr')?.appliesTo
    expect(applies?.licensed).toBe(false)
    for (const kind of ['bank', 'consumer-finance', 'microloan'] as const)
      expect(applies?.creditorKinds).not.toContain(kind)
  })

  it('lets rules about new loans start on their day and decide by the day of the loan', () => {
    const starts = ['microloan-24', 'microloan-4lpr-2027', 'all-in-disclosure-2026'].map((name) => {
      const limit = limitOf(`cn.cost.${name}`)
      return [limit?.inForceFrom, limit?.appliesTo.byDateOf]
    })
    expect(starts).toEqual([
      ['2025-12-24', 'disbursement'],
      ['2025-12-24', 'disbursement'],
      ['2026-08-01', 'disbursement'],
    ])
  })

  it('has the LPR up to September 2026 and nothing that was not found', () => {
    expect([lpr.length, lpr.at(0), lpr.at(-1)]).toEqual([
      86,
      { on: '2019-08-20', percent: '4.25', confidence: 'verified' },
      { on: '2026-09-20', percent: '3.00', confidence: 'verified-secondary' },
    ])
    expect(lpr.filter(({ confidence }) => confidence === 'recalled').map(({ on }) => on)).toEqual([
      '2026-05-20',
      '2026-07-20',
    ])
  })

  it('has one way to ask for each thing of every lender and loan', () => {
    for (const creditor of CREDITOR_KINDS) {
      for (const loan of LOAN_KINDS) {
        const kinds = arrangements
          .filter((rule) => rule.creditorKinds.includes(creditor) && rule.loanKinds.includes(loan))
          .map(({ kind }) => kind)
        expect(
          kinds.filter((kind) => kind !== 'interest-cut').sort(),
          `${creditor} ${loan}`,
        ).toEqual([
          'catch-up',
          'deferral',
          'instalment',
          'keep-paying',
          'penalty-waiver',
          'settlement',
          'token',
        ])
      }
    }
  })

  it('calls only the card rule law, and no term longer than five years', () => {
    expect(arrangements.filter(({ basis }) => basis === 'legal').map(({ id }) => id)).toEqual([
      'cn.arrangement.card-instalment',
    ])
    for (const { maxMonths } of arrangements) expect(maxMonths ?? 0).toBeLessThanOrEqual(60)
  })

  it('says which bounds are its own ask, and names no rate but those of its own limits and series', () => {
    const own = arrangements.filter(({ bound }) => bound === 'own-ask')
    expect(own.map(({ kind, maxMonths }) => [kind, maxMonths])).toEqual([
      ['catch-up', 6],
      ['deferral', 6],
      ['token', 12],
    ])
    expect(arrangements.flatMap(({ cutTo }) => (cutTo === null ? [] : [cutTo]))).toEqual([
      { kind: 'limit', rules: { limits, lpr } },
      { kind: 'lpr', times: 1, lpr },
      { kind: 'nothing' },
    ])
  })

  it('warns before a letter is sent that it restarts the limitation period', () => {
    const restarts = letters.filter(({ warnings }) => warnings.includes('limitation'))
    expect(restarts.map(({ id }) => id)).toEqual([
      'hardship-proposal',
      'card-instalment-application',
      'waiver-request',
      'rate-reduction-request',
      'settlement-offer',
      'counter-offer',
      'agreement-confirmation',
      'meeting-summary',
      'schedule-of-creditors',
    ])
    const warning = letterWarnings.find(({ id }) => id === 'limitation')
    expect(warning?.says['zh-CN']).toContain('诉讼时效')
    expect(warning?.says.en).toContain('limitation')
    expect(warning?.rights).toContain('cn.right.limitation-plan')
    expect(meta.disclaimer['zh-CN']).toContain('不是法律意见')
  })
})
