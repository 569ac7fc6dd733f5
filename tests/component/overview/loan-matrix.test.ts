import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { aCase, aLoan, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { PrintDocument } from '../../../src/contract/index.ts'
import type { PlanProgress } from '../../../src/domain/plan/index.ts'
import { matrixRows } from '../../../src/ui/overview/matrix-rows.ts'
import LoanMatrix from '../../../src/ui/overview/LoanMatrix.vue'
import type { LoanStanding } from '../../../src/ui/shared/loan-standing.ts'

const on = day('2026-11-24')
const talk = {
  id: 't1',
  on: day('2026-11-20'),
  kind: 'asked',
  channel: 'phone',
  inWriting: false,
  replyBy: day('2026-12-01'),
  terms: null,
  note: '',
} as const

const standing = (state: Partial<LoanStanding['state']>): LoanStanding => ({
  id: 'l1',
  cost: null,
  above: null,
  state: { owedNow: yuan(900), overdueDays: 0, nextDue: null, ...state } as LoanStanding['state'],
})

const row = (
  state: Partial<LoanStanding['state']>,
  {
    loan = aLoan(),
    progress = null,
  }: { loan?: ReturnType<typeof aLoan>; progress?: PlanProgress | null } = {},
) => matrixRows([standing(state)], { facts: aCase({ loans: [loan] }), progress, on })[0]!

const planned = (dueOn: string): PlanProgress => ({
  instalments: [
    { loan: 'l1', dueOn: day('2026-10-01'), amount: yuan(300), paid: yuan(300), status: 'paid' },
    { loan: 'l1', dueOn: day(dueOn), amount: yuan(300), paid: yuan(0), status: 'upcoming' },
  ],
  total: yuan(600),
  paid: yuan(300),
  remaining: yuan(300),
  overdue: yuan(0),
  next: null,
  endsOn: day(dueOn),
})

describe('what to do about a loan', () => {
  it('is to pay on time what is not late, and to ask about what is', () => {
    expect(row({}).task).toBe('pay-on-time')
    expect(row({ overdueDays: 12 }).task).toBe('ask')
  })

  it('follows the talks, with the day by which an answer is promised', () => {
    const asked = row({ overdueDays: 12 }, { loan: aLoan({ talks: [talk as never] }) })
    expect(asked).toMatchObject({
      talks: 'asked',
      task: 'wait',
      next: { on: '2026-12-01', what: 'talks' },
    })
  })

  it('is the plan’s own instalment before all else once that is late', () => {
    expect(row({ overdueDays: 12 }, { progress: planned('2026-11-01') })).toMatchObject({
      task: 'pay-late',
      next: { on: '2026-11-01', what: 'plan' },
    })
  })

  it('is to ask for the certificate once nothing is owed, and there is nothing to talk about', () => {
    expect(row({ owedNow: yuan(0) })).toMatchObject({
      task: 'get-certificate',
      talks: null,
      next: null,
    })
  })

  it('takes the contract’s date only where no plan has its own', () => {
    const nextDue = { dueOn: day('2026-11-30') } as never
    expect(row({ nextDue }).next).toEqual({ on: '2026-11-30', what: 'contract' })
    expect(row({ nextDue }, { progress: planned('2026-12-10') }).next).toEqual({
      on: '2026-12-10',
      what: 'plan',
    })
  })
})

describe('the page of all loans', () => {
  it('is printed with every loan, its figures and the step to take', async () => {
    const printed: PrintDocument[] = []
    const { wrapper } = await mountScreen(LoanMatrix, {
      facts: aCase({ creditors: aCase().creditors.map((one) => ({ ...one, name: '甲|银行*' })) }),
      props: { step: '先填收支' },
      desktop: {
        print: (page) => {
          printed.push(page)
          return Promise.resolve({ ok: true, value: null } as never)
        },
      },
    })
    await wrapper
      .findAll('button')
      .find((one) => one.text() === '打印')!
      .trigger('click')
    await flushPromises()
    const html = printed[0]!.html
    expect(html.match(/<tr>/g)).toHaveLength(3)
    // What a person typed is text: a stroke does not part a cell.
    expect(html).toContain('甲|银行*')
    expect(html).toContain('先填收支')
    expect(wrapper.text()).toContain('已送到打印机')
  })
})
