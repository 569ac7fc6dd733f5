import { describe, expect, it } from 'vitest'
import type { Case, Complaint } from '../../../../src/domain/case/index.ts'
import { checkConduct, complaintMatters } from '../../../../src/domain/conduct/index.ts'
import { aCase, aContact, aCreditor, day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { channels, conduct: rules, meta } = shippedPack()
const today = day('2026-11-24')

const aComplaint = (parts: Partial<Complaint> = {}): Complaint => ({
  id: 'q1',
  channel: 'cn.channel.lender',
  creditor: 'c1',
  contacts: [],
  rules: [],
  filedOn: day('2026-11-01'),
  reference: '',
  replyDueOn: day('2026-11-16'),
  outcome: null,
  closedOn: null,
  note: '',
  evidence: [],
  ...parts,
})

function matters(parts: Partial<Case>, asked?: Parameters<typeof complaintMatters>[0]['asked']) {
  const facts = aCase(parts)
  const findings = checkConduct({ facts, rules, utcOffset: meta.utcOffset, on: today })
  return complaintMatters({ facts, findings, channels, on: today, asked: asked ?? null })
}
const night = aContact({ creditor: 'c1', at: '2026-11-20T23:40:00+08:00' })
const idsOf = ([matter]: ReturnType<typeof matters>) =>
  matter?.steps.map(({ channel }) => channel.id.replace('cn.channel.', ''))

describe('the way of a complaint', () => {
  it('begins with the lender, with the days of the law for a bank and none for others', () => {
    const [bank] = matters({ contacts: [night] })
    expect(bank).toMatchObject({ state: 'file', creditor: 'c1', contacts: ['k1'] })
    expect(bank?.next?.channel.id).toBe('cn.channel.lender')
    expect(bank?.next?.replies[0]).toEqual({ case: 'ordinary', dueOn: '2026-12-09' })
    const creditors = [aCreditor({ kind: 'microloan' })]
    const [other] = matters({ contacts: [{ ...night, conduct: ['abuse'] }], creditors })
    expect(other?.next?.replies).toEqual([])
    expect(idsOf([other!])).not.toContain('nfra-12378')
    expect(idsOf([other!])).toContain('local-12345')
  })

  it('counts an agency as the lender it collects for', () => {
    const agency = aCreditor({ id: 'c2', kind: 'collector', onBehalfOf: 'c1' })
    const found = matters({
      creditors: [aCreditor(), agency],
      contacts: [night, { ...night, id: 'k2', creditor: 'c2' }],
    })
    expect(found).toHaveLength(1)
    expect(found[0]?.contacts.toSorted()).toEqual(['k1', 'k2'])
  })

  it('waits while a reply is due, and goes on the day after', () => {
    const at = (replyDueOn: string, outcome: Complaint['outcome'] = null) => {
      const complaints = [aComplaint({ replyDueOn: day(replyDueOn), outcome })]
      const [matter] = matters({ contacts: [night], complaints })
      return [matter?.state, matter?.next?.channel.id]
    }
    expect(at('2026-11-24')).toEqual(['wait', undefined])
    expect(at('2026-11-23')).toEqual(['overdue', 'cn.channel.head-office'])
    expect(at('2026-11-24', 'rejected')).toEqual(['escalate', 'cn.channel.head-office'])
    expect(at('2026-11-24', 'settled')).toEqual(['done', undefined])
  })

  it('keeps police and anti-fraud line out of the queue', () => {
    const [matter] = matters({ contacts: [{ ...night, conduct: ['threat'] }] })
    const police = matter?.steps.find(({ channel }) => channel.id === 'cn.channel.police-110')
    expect(police?.isUrgent).toBe(true)
    expect(matter?.next?.channel.id).toBe('cn.channel.lender')
  })

  it('has a matter for what was asked and for a complaint without a finding, else none', () => {
    expect(matters({})).toEqual([])
    const [asked] = matters({}, { creditor: 'c1', subject: 'credit-record' })
    expect(asked?.steps.map(({ channel }) => channel.id)).toContain('cn.channel.credit-dispute')
    const [kept] = matters({ complaints: [aComplaint({ creditor: null })] })
    expect(kept).toMatchObject({ creditor: '', state: 'exhausted' })
    expect(kept?.steps).toHaveLength(1)
  })
})
