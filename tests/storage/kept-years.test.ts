import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case, Evidence } from '../../src/domain/case/index.ts'
import { addDays, laterDate, sumFen, type CalendarDate } from '../../src/domain/kernel/index.ts'
import { replayLoan } from '../../src/domain/loan/index.ts'
import {
  paymentParts,
  planProgress,
  planVariance,
  VARIANCE_CAUSES,
} from '../../src/domain/plan/index.ts'
import { createBackupRepository } from '../../src/storage/backup/dexie-backup-repository.ts'
import { decodeCaseText, encodeCaseText } from '../../src/storage/case-file/index.ts'
import { createFileRepository } from '../../src/storage/repositories/index.ts'
import { eventfulLoan } from '../property/arbitrary-events.ts'
import { deeds, done, type Deed } from '../support/arbitrary-deeds.ts'
import { aCase } from '../support/builders.ts'
import { TEST_KEY } from '../support/test-key.ts'
import { openTestDatabase, testRepository } from './open-test-database.ts'

const EVENTS = 500
/** Every so many events the sums are looked at, and after the last. */
const LOOK_EVERY = 20

const BUCKETS = ['principal', 'interest', 'penalty', 'fees', 'credit'] as const

/** The ledger of each loan: every line adds up, and the last one is what is owed. */
function checkLedgers({ loans, payments }: Case, on: CalendarDate): void {
  for (const loan of loans) {
    const own = payments.filter((payment) => payment.loan === loan.id)
    const state = replayLoan(loan, own, on)
    let opening: Readonly<Record<(typeof BUCKETS)[number], number>> = {
      principal: 0,
      interest: 0,
      penalty: 0,
      fees: 0,
      credit: 0,
    }
    const faults: string[] = []
    for (const { change, balance, on: day, kind } of state.ledger) {
      for (const name of BUCKETS)
        if (opening[name] + change[name] !== balance[name] || balance[name] < 0)
          faults.push(`${day} ${kind} ${name}`)
      opening = balance
    }
    expect(faults).toEqual([])
    const owed = opening.principal + opening.interest + opening.penalty + opening.fees
    expect(state.owedNow).toBe(Math.max(0, owed - opening.credit))
    const standing = own.filter(
      (payment) => payment.on <= on && (payment.reversedOn === null || payment.reversedOn > on),
    )
    expect(state.paidTotal).toBe(sumFen(standing.map(({ amount }) => amount)))
  }
}

/** Each payment that stands went somewhere, to the fen; one that was taken back went nowhere. */
function checkParts(facts: Case, on: CalendarDate): void {
  const parts = paymentParts(facts, on)
  for (const { id, amount, on: day, reversedOn } of facts.payments) {
    const stands = day <= on && (reversedOn === null || reversedOn > on)
    const part = parts.get(id)
    expect(part !== undefined).toBe(stands)
    if (part === undefined) continue
    expect(part.principal + part.interest + part.penalty + part.fees + part.ahead).toBe(amount)
  }
}

function checkPlan(facts: Case, on: CalendarDate): void {
  const { plan } = facts
  const progress = planProgress(facts, on)
  const variance = planVariance(facts, on)
  if (plan === null || progress === null || variance === null) {
    expect([plan, progress, variance]).toEqual([null, null, null])
    return
  }
  const { instalments } = progress
  expect(progress.total).toBe(sumFen(plan.instalments.map(({ amount }) => amount)))
  expect(progress.paid + progress.remaining).toBe(progress.total)
  expect(sumFen(instalments.map(({ paid }) => paid))).toBe(progress.paid)
  expect(instalments.filter(({ paid, amount }) => paid < 0 || paid > amount)).toEqual([])
  for (const { id } of facts.loans) {
    const money = facts.payments
      .filter(({ loan, on: day }) => loan === id && day >= plan.acceptedOn && day <= on)
      .filter(({ reversedOn }) => reversedOn === null || reversedOn > on)
      .map(({ amount }) => amount)
    const own = instalments.filter(({ loan }) => loan === id)
    const due = sumFen(own.map(({ amount }) => amount))
    expect(sumFen(own.map(({ paid }) => paid))).toBe(Math.min(due, sumFen(money)))
  }
  for (const each of [...variance.loans, variance.total]) {
    expect(sumFen(VARIANCE_CAUSES.map((cause) => each.causes[cause]))).toBe(each.difference)
    expect(each.actual - each.planned).toBe(each.difference)
  }
  for (const { loan, actual } of variance.loans) {
    const found = facts.loans.find(({ id }) => id === loan)
    expect(found && replayLoan(found, facts.payments, on).owedNow).toBe(actual)
  }
}

function checkSums(facts: Case, days: number): void {
  // A payment that is dated before its loan was paid out counts from that day on.
  const lent = facts.loans.map(({ disbursedOn }) => disbursedOn).reduce(laterDate)
  const on = addDays(lent, days)
  checkLedgers(facts, on)
  checkParts(facts, on)
  checkPlan(facts, on)
}

const aHousehold = fc
  .tuple(eventfulLoan, eventfulLoan, eventfulLoan)
  .map(([a, b, c]) => aCase({ loans: [a, { ...b, id: 'l2' }, { ...c, id: '贷款三' }] }))

/** A case that lives through its events, with a memory of every state of its history. */
async function aKeptCase(start: Case) {
  const database = await openTestDatabase()
  const cases = testRepository(database)
  const files = createFileRepository(database)
  const id = await cases.create(start, { sample: false })
  const states = [start]
  let now = 0
  const attached = new Map<string, Uint8Array>()
  const current = (): Case => states[now] ?? start

  async function move(step: 'undo' | 'redo', times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const to = step === 'undo' ? now - 1 : now + 1
      expect(await cases[step](id)).toEqual(states[to] ?? null)
      if (states[to] === undefined) return
      now = to
    }
  }

  async function attach(deed: Deed, event: number): Promise<Evidence> {
    const bytes = new TextEncoder().encode(`${deed.text} ${String(event)}`)
    const kept = await files.add(id, {
      name: `${deed.text}.pdf`,
      mediaType: 'application/pdf',
      bytes,
    })
    attached.set(kept.sha256, bytes)
    return kept
  }

  async function change(deed: Deed, event: number): Promise<void> {
    const before = current()
    const payment = before.payments[deed.n % Math.max(1, before.payments.length)]
    const evidence =
      deed.kind === 'attach' && payment !== undefined ? await attach(deed, event) : null
    const after =
      evidence === null
        ? done(before, deed, `p${String(event)}`)
        : {
            ...before,
            payments: before.payments.map((each) =>
              each === payment ? { ...each, evidence: [...each.evidence, evidence] } : each,
            ),
          }
    await cases.commit(id, { label: 'case-changed', before, after })
    if (JSON.stringify(after) === JSON.stringify(before)) return
    states.splice(now + 1, states.length, after)
    now += 1
  }

  return {
    id,
    database,
    cases,
    files,
    attached,
    current,
    act: (deed: Deed, event: number) =>
      deed.kind === 'undo' || deed.kind === 'redo'
        ? move(deed.kind, 1 + (deed.n % 3))
        : change(deed, event),
    undoAll: () => move('undo', states.length),
    redoAll: () => move('redo', states.length),
  }
}

/** The case as a file and as an encrypted copy is the case, with every attached file. */
async function checkCopies(kept: Awaited<ReturnType<typeof aKeptCase>>): Promise<void> {
  const facts = kept.current()
  const reading = decodeCaseText(encodeCaseText(facts))
  expect(reading.ok ? reading.facts : reading.problems).toEqual(facts)
  const how = { passphrase: '山路 orchard lantern', createdAt: '2026-11-28T08:00:00.000Z' }
  const from = createBackupRepository(kept.database, { key: TEST_KEY, newId: () => 'unused' })
  const bytes = await from.exportAll({ ...how, caseId: kept.id })
  const database = await openTestDatabase()
  const to = createBackupRepository(database, { key: TEST_KEY, newId: () => 'added' })
  expect(await to.importAll(bytes, how.passphrase)).toEqual({ ok: true, value: ['added'] })
  expect(await testRepository(database).load('added')).toEqual(facts)
  const files = createFileRepository(database)
  for (const [sha256, content] of kept.attached)
    expect((await files.load('added', sha256))?.bytes).toEqual(content)
}

/** Drawn by number, not as a property: five hundred events are no counterexample that anybody reads. */
const drawn = <Value>(values: fc.Arbitrary<Value>, seed: number): Value => {
  const [value] = fc.sample(values, { seed, numRuns: 1 })
  if (value === undefined) throw new Error('nothing was drawn')
  return value
}

const HISTORIES = Array.from(
  { length: Number(process.env['RESPITE_HISTORIES'] ?? 1) },
  (_, number) => number + 1,
)

describe('years of a plan that is kept', () => {
  it.each(HISTORIES)(
    'add up to the fen through five hundred events, back to the first and out into another profile (history %i)',
    async (seed) => {
      const start = drawn(aHousehold, seed)
      const kept = await aKeptCase(start)
      for (const [event, deed] of drawn(deeds(EVENTS), seed).entries()) {
        await kept.act(deed, event)
        if (event % LOOK_EVERY === 0) checkSums(kept.current(), (seed * 997 * (event + 1)) % 2500)
      }
      await kept.undoAll()
      expect(kept.current()).toEqual(start)
      await kept.redoAll()
      for (const days of [0, 400, 900, 1600, 3000]) checkSums(kept.current(), days)
      expect(kept.attached.size).toBeGreaterThan(0)
      await checkCopies(kept)
    },
    180_000,
  )
})
