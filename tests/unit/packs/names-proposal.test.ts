import { describe, expect, it } from 'vitest'
import { namesProposal, renderLetter } from '../../../src/packs/index.ts'
import { LETTER_CASES, lettersOfCase, proposalOf } from '../../support/letter-cases.ts'
import { shippedPack } from '../../support/pack-files.ts'

const pack = shippedPack()

const cases = ['rich', 'sample'].map((name) => {
  const facts = LETTER_CASES[name]!
  return { facts, proposal: proposalOf(facts) }
})

/** Whether a letter of a case reads otherwise where there is no proposal. */
const changes = (letter: (typeof pack.letters)[number]): boolean =>
  cases.some(({ facts, proposal }) => {
    const textWith = (chosen: typeof proposal) =>
      lettersOfCase(facts, letter, { locale: 'zh-CN', proposal: chosen })
        .map(({ context }) => renderLetter(pack, letter.id, context))
        .join('')
    return textWith(proposal) !== textWith(null)
  })

describe('a letter whose words name the proposal', () => {
  it('is every letter that a proposal changes', () => {
    const changing = pack.letters.filter(changes)
    expect(changing.map(({ id }) => id)).toContain('meeting-summary')
    expect(changing.filter((letter) => !namesProposal(pack, letter))).toEqual([])
  })

  it('is none of those about the household and the log alone', () => {
    const named = pack.letters.filter((letter) => namesProposal(pack, letter)).map(({ id }) => id)
    expect(named).toEqual([
      'hardship-proposal',
      'card-instalment-application',
      'settlement-offer',
      'counter-offer',
      'meeting-summary',
      'schedule-of-creditors',
    ])
  })
})
