import { describe, expect, it } from 'vitest'
import type { Complaint, SavedLetter } from '../../../../src/domain/case/index.ts'
import { isTracked, letterOnItsWay } from '../../../../src/domain/conduct/index.ts'
import { day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { channels } = shippedPack()
const channelOf = (id: string) => channels.find((channel) => channel.id === `cn.channel.${id}`)!

const letterOf = (id: string, parts: Partial<NonNullable<SavedLetter['sent']>>): SavedLetter => ({
  ...{ id, letter: 'complaint-to-lender', loan: null, creditor: 'c1', locale: 'zh-CN' },
  ...{ title: '', markdown: '', savedOn: day('2026-11-01'), versions: [] },
  sent: {
    ...{ on: day('2026-11-10'), channel: 'email', reference: '', evidence: [] },
    ...{ replyDueOn: day('2026-11-25'), repliedOn: null },
    ...parts,
  },
})
const complaint: Complaint = {
  ...{ id: 'b1', channel: 'cn.channel.lender', creditor: 'c1', contacts: [], rules: [] },
  ...{ filedOn: day('2026-11-10'), reference: '', replyDueOn: day('2026-11-25') },
  ...{ outcome: null, closedOn: null, note: '', evidence: [] },
}

describe('the letter that carried a complaint', () => {
  const about = { channel: channelOf('lender'), creditor: 'c1' }

  it('is the last one sent to that channel about that lender', () => {
    const letters = [letterOf('new', { on: day('2026-11-12') }), letterOf('old', {})]
    expect(letterOnItsWay(letters, about)?.id).toBe('new')
    expect(letterOnItsWay(letters, { ...about, creditor: 'c2' })).toBeNull()
    expect(letterOnItsWay(letters, { ...about, channel: channelOf('nfra-12378') })).toBeNull()
    expect(letterOnItsWay(letters, { ...about, channel: channelOf('pboc-12363') })).toBeNull()
  })

  it.each([
    ['whose reply came', letterOf('s1', { repliedOn: day('2026-11-20') })],
    ['that waits for none', letterOf('s1', { replyDueOn: null })],
    ['that was not sent', { ...letterOf('s1', {}), sent: null }],
  ])('is none %s', (_what, letter) => {
    expect(letterOnItsWay([letter], about)).toBeNull()
  })
})

describe('a complaint that is filed', () => {
  const letter = { letter: 'complaint-to-lender', creditor: 'c1' }
  const on = day('2026-11-25')
  const waits = (one: Complaint, about = letter) =>
    isTracked(about, { complaints: [one], channels, on })

  it('waits for the letter to its channel about its lender, to its last day', () => {
    expect(waits(complaint)).toBe(true)
    expect(waits({ ...complaint, replyDueOn: day('2026-11-24') })).toBe(false)
    expect(waits({ ...complaint, replyDueOn: null })).toBe(false)
    expect(waits({ ...complaint, outcome: 'rejected', closedOn: on })).toBe(false)
    expect(waits(complaint, { ...letter, creditor: 'c2' })).toBe(false)
    expect(waits(complaint, { ...letter, letter: 'complaint-to-regulator' })).toBe(false)
  })
})
