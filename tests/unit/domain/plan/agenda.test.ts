import { describe, expect, it } from 'vitest'
import type { Case, Complaint } from '../../../../src/domain/case/index.ts'
import { concludeComplaint, fileComplaint } from '../../../../src/domain/conduct/index.ts'
import { agenda } from '../../../../src/domain/plan/index.ts'
import { aCase, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')
const open = aLoan({ disbursedOn: day('2026-11-01'), firstDueOn: day('2026-12-10') })

const full = (parts: Partial<Case> = {}): Case =>
  aCase({
    loans: [
      {
        ...open,
        offers: [
          {
            id: 'o1',
            kind: 'settlement',
            amount: yuan(5000),
            months: null,
            rate: null,
            deadline: day('2026-11-30'),
            confirmedInWriting: false,
          },
        ],
        talks: [
          {
            id: 't1',
            on: day('2026-11-10'),
            kind: 'asked',
            amount: null,
            months: null,
            concession: null,
            rate: null,
            replyBy: day('2026-11-20'),
            inWriting: false,
            note: '',
          },
        ],
        freezes: [{ from: day('2026-11-01'), until: day('2027-01-31'), stops: 'penalty' }],
      },
    ],
    complaints: [
      {
        id: 'm1',
        channel: '12378',
        creditor: 'c1',
        contacts: [],
        rules: [],
        filedOn: day('2026-11-01'),
        reference: '',
        replyDueOn: day('2026-12-01'),
        outcome: null,
        closedOn: null,
        note: '',
        evidence: [],
      },
    ],
    tasks: [
      { id: 'k1', title: '给银行回电话', dueOn: day('2026-11-25'), doneOn: null, loan: 'l1' },
      { id: 'k2', title: '办完了', dueOn: day('2026-11-25'), doneOn: on, loan: null },
    ],
    plan: {
      acceptedOn: day('2026-11-01'),
      proposal: 'x',
      instalments: [
        { loan: 'l1', dueOn: day('2026-11-15'), amount: yuan(300) },
        { loan: 'l1', dueOn: day('2026-12-15'), amount: yuan(300) },
        { loan: 'l1', dueOn: day('2026-12-15'), amount: yuan(20) },
      ],
      figures: null,
    },
    ...parts,
  })

describe('the agenda', () => {
  it('has everything with a date, what is overdue first', () => {
    const items = agenda(full(), on)
    expect(items.map(({ kind, on: at, isOverdue }) => [kind, at, isOverdue])).toEqual([
      ['instalment', '2026-11-15', true],
      ['talk-reply', '2026-11-20', true],
      ['task', '2026-11-25', false],
      ['offer-expires', '2026-11-30', false],
      ['complaint-reply', '2026-12-01', false],
      ['instalment', '2026-12-15', false],
      ['instalment', '2026-12-15', false],
      ['freeze-ends', '2027-01-31', false],
    ])
  })

  it('tells of a complaint once: its task gives the name, and counts by itself when it is settled', () => {
    const facts = full()
    const [complaint] = facts.complaints
    const about = (title: string, parts: Partial<Complaint> = {}) => {
      const filed = fileComplaint(facts, { ...complaint!, ...parts }, { taskTitle: title })
      return agenda(filed, on).filter(({ title: own }) => own === title)
    }
    expect(about('等答复')).toMatchObject([
      { kind: 'complaint-reply', on: '2026-12-01', record: complaint!.id },
    ])
    const early = { replyDueOn: day('2026-11-20') }
    expect(about('等答复', early)).toMatchObject([{ kind: 'complaint-reply', isOverdue: true }])
    const settled = concludeComplaint(
      fileComplaint(facts, complaint!, { taskTitle: '等答复' }),
      complaint!,
      {
        outcome: 'settled',
        on,
      },
    )
    const kinds = agenda(settled, on).map(({ kind, title }) => `${kind} ${title}`)
    expect(kinds.some((each) => each.includes('等答复') || each.includes('complaint'))).toBe(false)
  })

  it('knows a thing again by its id, on every day, and no two things share one', () => {
    const ids = agenda(full(), on).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const later = agenda(full(), day('2026-11-26')).map(({ id }) => id)
    expect(later).toEqual(ids)
  })

  it('lets an offer and a freeze go once their day is over', () => {
    const kinds = agenda(full(), day('2027-02-01')).map(({ kind }) => kind)
    expect(kinds).not.toContain('offer-expires')
    expect(kinds).not.toContain('freeze-ends')
    expect(kinds).toContain('complaint-reply')
  })

  it('lists what the contract asks for without a plan, and arrears that no agreement covers', () => {
    expect(agenda(aCase({ loans: [open] }), on)[0]).toMatchObject({
      kind: 'agreed',
      on: '2026-12-10',
      loan: 'l1',
      creditor: 'c1',
    })
    const [late] = agenda(aCase(), on)
    expect(late).toMatchObject({ kind: 'arrears', on: '2025-07-10', isOverdue: true })
  })

  it('keeps the due dates of an agreement that the plan does not have, late or not', () => {
    const agreement = {
      id: 'a1',
      signedOn: day('2026-11-01'),
      inWriting: true,
      recorded: false,
      balance: null,
      instalments: ['2026-11-12', '2026-11-22', '2026-12-12'].map((text) => ({
        dueOn: day(text),
        amount: yuan(200),
      })),
      fees: [],
      interestStops: null,
      rate: null,
      stated: [],
    }
    const facts = aCase({
      loans: [{ ...open, agreements: [agreement] }],
      payments: [aPayment({ on: day('2026-11-12'), amount: yuan(250) })],
    })
    const seen = agenda(facts, on).map(({ id, amount, isOverdue }) => [id, amount, isOverdue])
    expect(seen).toEqual([
      ['agreed/l1/2026-11-22', yuan(150), true],
      ['agreed/l1/2026-12-12', yuan(200), false],
    ])
  })

  it('asks for a letter’s answer once: by its task where there is one', () => {
    const letter = {
      id: 'w1',
      letter: 'hardship-proposal',
      loan: 'l1',
      creditor: 'c1',
      locale: 'zh-CN',
      title: '协商信',
      markdown: '',
      savedOn: on,
      versions: [],
      sent: {
        on,
        channel: 'email',
        reference: '',
        replyDueOn: day('2026-12-09'),
        repliedOn: null,
        evidence: [],
      },
    } as const
    const task = { id: 'reply-w1', title: '', dueOn: day('2026-12-09'), doneOn: null, loan: 'l1' }
    const kindsWith = (tasks: Case['tasks']) =>
      agenda(full({ plan: null, letters: [letter], tasks }), on)
        .filter(({ on: at }) => at === '2026-12-09')
        .map(({ kind }) => kind)
    expect(kindsWith([])).toEqual(['letter-reply'])
    expect(kindsWith([task])).toEqual(['task'])
    expect(kindsWith([{ ...task, doneOn: on }])).toEqual([])
  })
})
