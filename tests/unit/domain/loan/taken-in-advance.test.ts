import { describe, expect, it } from 'vitest'
import { replayLoan, takenInAdvance } from '../../../../src/domain/loan/index.ts'
import { aLoan, day, yuan } from '../../../support/builders.ts'

const on = day('2025-07-20')

describe('interest taken in advance (砍头息)', () => {
  it('is none where everything arrived, or where fees of the contract explain the rest', () => {
    expect(takenInAdvance(aLoan(), [], on)).toBeNull()
    const fee = {
      label: '',
      amount: yuan(600),
      when: 'upfront',
      on: null,
      kind: 'guarantee',
    } as const
    expect(takenInAdvance(aLoan({ received: yuan(11_400), fees: [fee] }), [], on)).toBeNull()
  })

  it('leaves only what arrived to be repaid and to bear interest (Civil Code art. 670)', () => {
    const loan = aLoan({ received: yuan(10_000) })
    const lent = replayLoan(aLoan({ principal: yuan(10_000) }), [], on)
    expect(takenInAdvance(loan, [], on)).toEqual({
      amount: yuan(2000),
      owedOnReceived: lent.owedNow,
    })
  })

  it('lowers the rows of the contract in proportion', () => {
    const row = {
      n: 1,
      dueOn: day('2025-07-10'),
      principal: yuan(12_000),
      interest: yuan(240),
      fees: yuan(1),
    }
    const loan = aLoan({ received: yuan(9000), schedule: [row], penalty: null, rate: aLoan().rate })
    // 9,000 + 180 + 1, and 24 % a year on 9,000 for ten days.
    expect(takenInAdvance(loan, [], on)?.owedOnReceived).toBe(yuan(9000 + 180 + 1 + 60))
  })
})
