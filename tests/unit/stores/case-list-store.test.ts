import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { putMember, type Case } from '../../../src/domain/case/index.ts'
import { useCaseListStore } from '../../../src/stores/case-list-store.ts'
import { useCaseStore } from '../../../src/stores/case-store.ts'
import { useGuideStore } from '../../../src/stores/guide-store.ts'
import { usePaymentDeskStore } from '../../../src/stores/payment-desk-store.ts'
import { useProposalStore } from '../../../src/stores/proposal-store.ts'
import { useReminderStore } from '../../../src/stores/reminder-store.ts'
import type { Services } from '../../../src/stores/services.ts'
import type { ProposalMessage } from '../../../src/workers/index.ts'
import { aCase, aContact, aCreditor, aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { startStores } from './store-setup.ts'

/** A case whose every record says whose it is. */
const caseOf = (who: string): Case =>
  aCase({
    creditors: [aCreditor({ id: `${who}-c`, name: who })],
    loans: [aLoan({ id: `${who}-l`, creditor: `${who}-c` })],
    payments: [aPayment({ id: `${who}-p`, loan: `${who}-l` })],
    contacts: [aContact({ id: `${who}-k`, creditor: `${who}-c`, loan: `${who}-l` })],
  })

/** Stores over two stored cases. */
async function twoCases(overrides: (services: Services) => Partial<Services> = () => ({})) {
  const { services, close } = await startStores(undefined, overrides)
  const a = await services.cases.create(caseOf('a'), { sample: false })
  const b = await services.cases.create(caseOf('b'), { sample: false })
  const cases = useCaseStore()
  const list = useCaseListStore()
  await cases.open()
  await list.openCase(a)
  return { services, close, cases, list, a, b }
}

/** Who has records in a case. */
const whoIsIn = (facts: Case | null): readonly string[] => {
  const text = JSON.stringify(facts)
  return ['a', 'b', 'n'].filter((who) => text.includes(`"${who}-`))
}

describe('two cases side by side', () => {
  it('never see each other’s records, whatever is done in whatever order', async () => {
    const step = fc.constantFrom('open-a', 'open-b', 'pay', 'undo', 'redo', 'rename')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const { services, close, cases, list, a, b } = await twoCases()
        const work: Promise<unknown>[] = []
        let count = 0
        for (const doing of steps) {
          const who = (): string => (cases.caseId === a ? 'a' : 'b')
          if (doing === 'open-a') work.push(list.openCase(a))
          // Some are waited for and some are not: a person clicks before the last thing is done.
          else if (doing === 'open-b') await list.openCase(b)
          else if (doing === 'pay') {
            const id = `${who()}-p${String((count += 1))}`
            const payment = aPayment({ id, loan: `${who()}-l`, amount: yuan(1) })
            work.push(
              cases.change('payment-added', (facts) => putMember(facts, 'payments', payment)),
            )
          } else if (doing === 'rename') work.push(cases.renameOpen(who()))
          else work.push(cases[doing]())
        }
        await Promise.all(work)
        await cases.settled()
        expect(whoIsIn(await services.cases.load(a))).toEqual(['a'])
        expect(whoIsIn(await services.cases.load(b))).toEqual(['b'])
        expect(whoIsIn(cases.facts)).toEqual([cases.caseId === a ? 'a' : 'b'])
        expect(await services.cases.load(cases.caseId ?? '')).toEqual(cases.facts)
        for (const { id, name } of await services.cases.list())
          expect(['', id === a ? 'a' : 'b']).toContain(name)
        close()
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('keep their own undo', async () => {
    const { cases, list, a, b } = await twoCases()
    await cases.change('payment-removed', (facts) => ({ ...facts, payments: [] }))
    await list.openCase(b)
    expect(cases.canUndo).toBe(false)
    await cases.undo()
    await list.openCase(a)
    expect(cases.canUndo).toBe(true)
    await cases.undo()
    expect(cases.facts).toEqual(caseOf('a'))
  })

  it('are opened one after the other, and the one asked for last is open in the end', async () => {
    const { cases, list, a, b } = await twoCases()
    await Promise.all([list.openCase(b), list.openCase(a), list.openCase(b)])
    expect(cases.caseId).toBe(b)
    expect(whoIsIn(cases.facts)).toEqual(['b'])
  })

  it('drop what the search for the other one finds after the switch', async () => {
    const heard: ((message: ProposalMessage) => void)[] = []
    const cancelled: number[] = []
    const { list, b } = await twoCases(() => ({
      startProposalSearch: (_request, hear) => {
        const own = heard.push(hear)
        return { cancel: () => void cancelled.push(own) }
      },
    }))
    const proposals = useProposalStore()
    proposals.follow()
    await nextTick()
    expect(heard).toHaveLength(1)
    await list.openCase(b)
    expect(cancelled).toEqual([1])
    const others = { set: proposals.set, survival: new Map() }
    heard[0]?.({ kind: 'result', weighed: others } as never)
    expect(proposals.survival).toBeNull()
    expect(JSON.stringify(proposals.set)).not.toContain('"a-l"')
    expect(JSON.stringify(proposals.set)).toContain('"b-l"')
  })

  it('close a form over the loans of the other one', async () => {
    const { list, b } = await twoCases()
    const desk = usePaymentDeskStore()
    desk.ask('a-l')
    await list.openCase(b)
    expect(desk.asked).toBeNull()
    expect(await desk.record({} as never)).toBe('unchanged')
  })

  it('remind each for itself, once a day', async () => {
    let reminded = 0
    const remind = () => {
      reminded += 1
      return Promise.resolve({ ok: true as const, value: null })
    }
    const { list, a, b } = await twoCases(() => ({ desktop: { remind } as never }))
    const reminders = useReminderStore()
    await reminders.open()
    expect(reminded).toBe(1)
    await list.openCase(b)
    await reminders.look()
    expect(reminded).toBe(2)
    await list.openCase(a)
    await reminders.look()
    expect(reminded).toBe(2)
  })

  it('have each their place in the questions', async () => {
    const { list, a, b } = await twoCases()
    const guide = useGuideStore()
    const loan = { creditor: null, loan: null, payments: [], received: null, instalment: null }
    const place = { items: {}, gaps: [], loan: { ...loan, count: null, paid: null, due: null } }
    await guide.keep({ ...place, caseId: a, step: 'count' })
    await list.openCase(b)
    expect(guide.place).toBeNull()
    await guide.keep({ ...place, caseId: b, step: 'due' })
    await list.openCase(a)
    expect(guide.place?.step).toBe('count')
  })
})

describe('the list of cases', () => {
  it('offers the recent ones, without the open and the archived', async () => {
    let minute = 0
    const { list, services, a, b } = await twoCases(() => ({
      now: () => new Date(2026, 10, 24, 10, (minute += 1)),
    }))
    const c = await services.cases.create(caseOf('n'), { sample: false })
    await list.openCase(c)
    await list.openCase(b)
    expect(list.recent.map(({ id }) => id)).toEqual([c, a])
    await list.setArchived(c, true)
    expect(list.recent.map(({ id }) => id)).toEqual([a])
  })

  it('works out a stale line and leaves one of today alone', async () => {
    const { list, services, a, b } = await twoCases()
    let reckoned = 0
    const keepBrief = services.cases.keepBrief.bind(services.cases)
    Object.assign(services.cases, {
      keepBrief: (...args: Parameters<typeof keepBrief>) => {
        reckoned += 1
        return keepBrief(...args)
      },
    })
    await list.freshen([a, b])
    await list.freshen([a, b])
    expect(reckoned).toBe(2)
    expect(list.all.map(({ brief }) => brief?.on)).toEqual([day('2026-11-24'), day('2026-11-24')])
    const cases = useCaseStore()
    await cases.change('payment-removed', (facts) => ({ ...facts, payments: [] }))
    await list.read()
    expect(list.all.filter(list.isStale).map(({ id }) => id)).toEqual([a])
  })

  it('renames, copies and deletes, also the open case', async () => {
    const { cases, list, a, b } = await twoCases()
    expect(await list.rename(a, '妈妈')).toBe(true)
    expect(cases.name).toBe('妈妈')
    await list.duplicate(a, '妈妈（试算）')
    expect(list.all.map(({ name }) => name).sort()).toEqual(['', '妈妈', '妈妈（试算）'])
    await list.setArchived(b, true)
    await list.remove(a)
    expect(cases.name).toBe('妈妈（试算）')
    await list.remove(cases.caseId ?? '')
    expect(cases.caseId).toBeNull()
    expect(await list.openCase('nobody')).toBe(false)
    expect(list.failure).toBe('no-such-case')
  })
})
