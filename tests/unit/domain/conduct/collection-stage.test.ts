import { describe, expect, it } from 'vitest'
import type { Contact, Loan } from '../../../../src/domain/case/index.ts'
import { collectionStage } from '../../../../src/domain/conduct/index.ts'
import { aContact, aCreditor, aLoan, day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { stages } = shippedPack()
const agency = aCreditor({ id: 'c2', kind: 'collector', onBehalfOf: 'c1' })

function standing(
  overdueDays: number,
  { loan = {}, contacts = [] }: { loan?: Partial<Loan>; contacts?: readonly Contact[] } = {},
) {
  return collectionStage(
    {
      loan: aLoan(loan),
      facts: { contacts, creditors: [aCreditor(), agency] },
      overdueDays,
      oldestUnpaidDueOn: overdueDays === 0 ? null : day('2026-11-01'),
      utcOffset: 480,
      on: day('2026-11-24'),
    },
    stages,
  )
}

describe('the stage of collection of a loan', () => {
  it('goes by the days overdue, to the day', () => {
    const at = (days: number) => standing(days)?.stage.id.split('.').at(-1)
    expect([1, 30, 31, 90, 91, 180, 181, 3000].map(at)).toEqual([
      'reminder',
      'reminder',
      'calls',
      'calls',
      'visits',
      'visits',
      'court',
      'court',
    ])
    expect(standing(0)).toBeNull()
  })

  it('knows the next one and the day from which it is usual', () => {
    const here = standing(23)
    expect(here?.next?.id).toBe('cn.stage.calls')
    expect(here?.nextFrom).toBe('2026-12-02')
    expect(standing(200)?.next).toBeNull()
  })

  it('is a later one where the log shows it', () => {
    const by = (contact: Partial<Contact>) =>
      standing(23, { contacts: [aContact({ loan: 'l1', ...contact })] })
    expect(by({ channel: 'visit' })).toMatchObject({ sign: 'visit' })
    expect(by({ channel: 'visit' })?.stage.id).toBe('cn.stage.visits')
    expect(by({ party: 'employer' })?.sign).toBe('people-reached')
    expect(by({ loan: null, creditor: 'c2' })?.sign).toBe('agency')
    expect(by({})).toMatchObject({ sign: null, stage: { id: 'cn.stage.reminder' } })
  })

  it('leaves out what is not about this loan, what the debtor did and what was before it fell due', () => {
    const stays = (contact: Partial<Contact>) => {
      const contacts = [aContact({ loan: 'l1', channel: 'visit', ...contact })]
      expect(standing(23, { contacts })?.stage.id).toBe('cn.stage.reminder')
    }
    stays({ loan: 'l2' })
    stays({ loan: null, creditor: null })
    stays({ direction: 'out' })
    stays({ at: '2026-10-31T21:40:00+08:00' })
    stays({ at: '2026-11-25T00:10:00+08:00' })
  })

  it('does not go back for a sign of an earlier one', () => {
    const contacts = [aContact({ loan: 'l1', party: 'employer' })]
    expect(standing(120, { contacts })).toMatchObject({
      sign: null,
      stage: { id: 'cn.stage.visits' },
    })
  })

  it('is court once there is a suit, and not for a threat of one', () => {
    expect(standing(23, { loan: { litigation: 'sued' } })).toMatchObject({ sign: 'court' })
    expect(standing(23, { loan: { litigation: 'threatened' } })?.sign).toBeNull()
    expect(standing(0, { loan: { litigation: 'judgment' } })?.stage.id).toBe('cn.stage.court')
  })
})
