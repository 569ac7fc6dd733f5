import { describe, expect, it } from 'vitest'
import type { Exposure, SavedLetter, Sending } from '../../../../src/domain/case/index.ts'
import { markReplied, markSent, withText } from '../../../../src/domain/document/index.ts'
import { aCase, aLoan, day } from '../../../support/builders.ts'

const letter: SavedLetter = {
  id: 's1',
  letter: 'waiver-request',
  loan: 'l1',
  creditor: 'c1',
  locale: 'zh-CN',
  title: '申请',
  markdown: 'one',
  savedOn: day('2026-11-20'),
  versions: [],
  sent: null,
}
const sent: Sending = {
  on: day('2026-11-24'),
  channel: 'email',
  reference: '',
  replyDueOn: day('2026-12-09'),
  repliedOn: null,
  evidence: [],
}
const exposure: Exposure = {
  contactsPermission: 'granted',
  emergencyContacts: 2,
  callLogPermission: 'unknown',
  appInstalled: null,
  policyOnContacts: 'unknown',
  doneSoFar: 'unknown',
  consentWithdrawnOn: null,
  deletionAskedOn: null,
}

describe('a letter that is sent', () => {
  it('is frozen, and the reply is a task until it comes', () => {
    const after = markSent(aCase(), letter, { sent, taskTitle: '等答复' })
    expect(after.letters).toEqual([{ ...letter, sent }])
    expect(after.tasks).toMatchObject([{ title: '等答复', dueOn: '2026-12-09', doneOn: null }])
    const frozen = after.letters[0]!
    expect(withText(frozen, 'two', day('2026-11-25'))).toBe(frozen)
    const replied = markReplied(after, frozen, day('2026-12-01'))
    expect(replied.letters[0]?.sent?.repliedOn).toBe('2026-12-01')
    expect(replied.tasks[0]?.doneOn).toBe('2026-12-01')
  })

  it('makes no task where no reply is waited for', () => {
    const done = markSent(aCase(), letter, { sent: { ...sent, replyDueOn: null }, taskTitle: '' })
    expect(done.tasks).toEqual([])
    expect(markReplied(done, done.letters[0]!, day('2026-12-01')).tasks).toEqual([])
  })

  it('withdraws the consent that it withdraws, of that creditor alone', () => {
    const facts = aCase({
      loans: [aLoan({ exposure }), aLoan({ id: 'l2', creditor: 'c2', exposure })],
    })
    const consent = { ...letter, letter: 'consent-withdrawal', loan: null }
    const after = markSent(facts, consent, { sent, taskTitle: '' })
    expect(after.loans.map((loan) => loan.exposure?.consentWithdrawnOn)).toEqual([sent.on, null])
  })
})

describe('a text that is changed', () => {
  it('keeps the one before, and no more than thirty', () => {
    let kept = letter
    for (let n = 0; n < 40; n += 1) kept = withText(kept, `text ${String(n)}`, sent.on)
    expect(kept.markdown).toBe('text 39')
    expect(kept.versions).toHaveLength(30)
    expect(kept.versions.at(-1)).toEqual({ savedOn: sent.on, markdown: 'text 38' })
  })

  it('is none when it is the same', () => {
    expect(withText(letter, 'one', sent.on)).toBe(letter)
  })
})
