import { describe, expect, it } from 'vitest'
import {
  defaultEnded,
  stageSteps,
  tickStep,
  untickStep,
} from '../../../../src/domain/conduct/index.ts'
import { aCase, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

/** 1,134.72 is due on the 10th of each month from July. */
const loan = aLoan({ disbursedOn: day('2026-06-10'), firstDueOn: day('2026-07-10') })
const pay = (on: string, amount: number, id = on) =>
  aPayment({ id, on: day(on), amount: yuan(amount) })

describe('the day a default ended', () => {
  it('is the day of the payment that brought the loan up to date', () => {
    const payments = [pay('2026-07-25', 500), pay('2026-07-30', 700), pay('2026-08-05', 10)]
    expect(defaultEnded(loan, payments, day('2026-08-09'))).toBe('2026-07-30')
  })

  it('is the last one where there were several', () => {
    const payments = [pay('2026-07-30', 1200), pay('2026-08-20', 1200)]
    expect(defaultEnded(loan, payments, day('2026-09-01'))).toBe('2026-08-20')
  })

  it('is none while it goes on, where nothing was late, and for payments of another loan', () => {
    expect(defaultEnded(loan, [pay('2026-07-30', 500)], day('2026-08-01'))).toBeNull()
    expect(defaultEnded(loan, [pay('2026-07-10', 1134.72)], day('2026-08-01'))).toBeNull()
    const other = [{ ...pay('2026-07-30', 1200), loan: 'l2' }]
    expect(defaultEnded(loan, other, day('2026-08-01'))).toBeNull()
  })
})

describe('the steps of a stage', () => {
  const [stage] = shippedPack().stages
  const about = { loan: 'l1', tasks: [] }

  it('are ticked as tasks of the case, each loan by itself, and the tick can be taken back', () => {
    const [first] = stageSteps(stage!, about)
    const done = { loan: 'l1', title: '记下来', on: day('2026-11-24') }
    const ticked = tickStep(aCase(), first!, done)
    expect(ticked.tasks).toEqual([
      {
        id: 'cn.stage.reminder/write-down/l1',
        title: '记下来',
        dueOn: '2026-11-24',
        doneOn: '2026-11-24',
        loan: 'l1',
      },
    ])
    const { tasks } = ticked
    expect(stageSteps(stage!, { loan: 'l1', tasks }).map(({ doneOn }) => doneOn)).toEqual([
      '2026-11-24',
      null,
      null,
      null,
    ])
    expect(stageSteps(stage!, { loan: 'l2', tasks })[0]?.doneOn).toBeNull()
    expect(untickStep(ticked, first!).tasks).toEqual([])
  })
})
