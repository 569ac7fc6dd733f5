import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { sumFen } from '../../../../src/domain/kernel/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { agenda, caseBrief } from '../../../../src/domain/plan/index.ts'
import { aCase, aLoan, day, yuan } from '../../../support/builders.ts'

const today = day('2026-11-24')
const planned = (dueOn: string): Case =>
  aCase({
    plan: {
      acceptedOn: day('2026-11-01'),
      proposal: 'x',
      instalments: [{ loan: 'l1', dueOn: day(dueOn), amount: yuan(250) }],
      figures: null,
    },
  })

describe('a case in one line', () => {
  it('has the figures of the ledger and the agenda', () => {
    const facts = aCase({ loans: [aLoan(), aLoan({ id: 'l2' })] })
    const states = facts.loans.map((loan) => replayLoan(loan, facts.payments, today))
    expect(caseBrief(facts, today)).toMatchObject({
      on: today,
      owed: sumFen(states.map(({ owedNow }) => owedNow)),
      daysLate: Math.max(...states.map(({ overdueDays }) => overdueDays)),
      next: agenda(facts, today).find(({ on }) => on >= today)?.on ?? null,
    })
  })

  it.each([
    ['empty', aCase({ loans: [] })],
    ['plan', planned('2026-11-26')],
    ['plan-behind', planned('2026-11-20')],
    ['late', aCase()],
  ] as const)('says that it is %s', (state, facts) => {
    expect(caseBrief(facts, today).state).toBe(state)
  })
})
