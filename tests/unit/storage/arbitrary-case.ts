import fc from 'fast-check'
import {
  CONDUCT_TAGS,
  CONTACT_CHANNELS,
  CONTACT_PARTIES,
  CREDITOR_KINDS,
  DAY_COUNTS,
  EXPENSE_CATEGORIES,
  FEE_KINDS,
  FEE_TIMINGS,
  FREQUENCIES,
  HARDSHIP_REASONS,
  LOAN_KINDS,
  LOCALES,
  OFFER_KINDS,
  REPAYMENT_METHODS,
  type Case,
  type Contact,
  type Creditor,
  type Expense,
  type Income,
  type Loan,
  type Payment,
} from '../../../src/domain/case/index.ts'
import {
  addDays,
  dateOfDayNumber,
  fen,
  fractionOf,
  type Fen,
} from '../../../src/domain/kernel/index.ts'

const text = fc.oneof(
  fc.constantFrom('', '逾期协商“说明”', '𠮷\n\\"', 'plain'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const amount: fc.Arbitrary<Fen> = fc.nat(1_000_000_000).map(fen)
const date = fc.integer({ min: 15_000, max: 25_000 }).map(dateOfDayNumber)
const portion = fc.nat(1_000_000).map((millionths) => fractionOf(millionths, 1_000_000))
const rate = fc
  .record({ part: portion, per: fc.constantFrom('day', 'month', 'year') })
  .map(({ part, per }) => ({ ...part, per }))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 })

const foreignName = fc
  .oneof(fc.constantFrom('未知字段', 'x-note', 'constructor', 'extra'), fc.string({ maxLength: 5 }))
  .filter((name) => name !== '__proto__' && name !== '$schema')
  .map((name) => `~${name}`)
const foreign = fc
  .dictionary(foreignName, fc.jsonValue({ maxDepth: 2 }), {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  })
  .filter((extra) => !JSON.stringify(extra).includes('__proto__'))
  // JSON has no negative zero: it comes back as zero.
  .map((extra) => JSON.parse(JSON.stringify(extra)) as Record<string, unknown>)

/** Sometimes with fields that this version does not know. */
const carrying = <Value extends object>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc
    .tuple(value, fc.option(foreign, { nil: null, freq: 3 }))
    .map(([record, extra]) => (extra === null ? record : { ...record, extra }))

const recurrence = {
  every: fc.constantFrom(...FREQUENCIES),
  day: maybe(fc.integer({ min: 1, max: 31 })),
}
const duration = fc
  .tuple(maybe(date), maybe(fc.nat(900)))
  .map(([from, days]) => ({ from, until: from && days !== null ? addDays(from, days) : null }))
const variation = fc
  .tuple(amount, amount)
  .map(([a, b]) => ({ low: fen(Math.min(a, b)), high: fen(Math.max(a, b)) }))

const income = (id: string): fc.Arbitrary<Income> =>
  carrying(
    fc
      .record({
        label: text,
        amount,
        ...recurrence,
        duration,
        variation: maybe(carrying(variation)),
        lossChance: maybe(portion),
      })
      .map(({ duration: span, ...rest }) => ({ id, ...rest, ...span })),
  )
const expense = (id: string): fc.Arbitrary<Expense> =>
  carrying(
    fc
      .record({
        label: text,
        amount,
        ...recurrence,
        duration,
        category: fc.constantFrom(...EXPENSE_CATEGORIES),
        essential: fc.boolean(),
      })
      .map(({ duration: span, ...rest }) => ({ id, ...rest, ...span })),
  )
const creditor = (id: string): fc.Arbitrary<Creditor> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      name: text,
      kind: fc.constantFrom(...CREDITOR_KINDS),
      licensed: maybe(fc.boolean()),
      phone: text,
      email: text,
      address: text,
      onBehalfOf: id === 'c0' ? fc.constant(null) : maybe(fc.constant('c0')),
    }),
  )
const fee = carrying(
  fc.record({
    label: text,
    amount,
    when: fc.constantFrom(...FEE_TIMINGS),
    on: maybe(date),
    kind: fc.constantFrom(...FEE_KINDS),
  }),
)
const penalty = carrying(
  fc.record({
    rate: maybe(carrying(rate)),
    multiplier: maybe(portion),
    base: fc.constantFrom('overdue-principal', 'overdue-instalment', 'outstanding-principal'),
    compound: fc.boolean(),
    lateFee: maybe(carrying(fc.record({ fixed: amount, fraction: maybe(portion) }))),
  }),
)
const offer = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom(...OFFER_KINDS),
      amount: maybe(amount),
      months: maybe(fc.integer({ min: 1, max: 600 })),
      rate: maybe(rate),
      deadline: maybe(date),
      confirmedInWriting: fc.boolean(),
    }),
  )
/** A list of members with ids of their own. */
const named = <Member>(
  prefix: string,
  member: (id: string) => fc.Arbitrary<Member>,
  minLength = 0,
): fc.Arbitrary<Member[]> =>
  fc
    .integer({ min: minLength, max: 3 })
    .chain((length) =>
      fc.tuple(...Array.from({ length }, (_, index) => member(`${prefix}${String(index)}`))),
    )

const scheduleRow = fc.record({ principal: amount, interest: amount, fees: amount })
const loan = (id: string): fc.Arbitrary<Loan> =>
  carrying(
    fc
      .record({
        id: fc.constant(id),
        creditor: fc.constant('c0'),
        product: text,
        contractNo: text,
        kind: fc.constantFrom(...LOAN_KINDS),
        disbursedOn: date,
        principal: amount,
        keptBack: fc.nat(100),
        method: fc.constantFrom(...REPAYMENT_METHODS),
        term: fc.integer({ min: 1, max: 600 }),
        dueDay: fc.integer({ min: 1, max: 31 }),
        wait: fc.nat(60),
        rate: carrying(rate),
        dayCount: fc.constantFrom(...DAY_COUNTS),
        fees: few(fee),
        penalty: maybe(penalty),
        rows: maybe(few(carrying(scheduleRow))),
        minimumPayment: maybe(carrying(fc.record({ fraction: portion, floor: amount }))),
        reportedToBureau: maybe(fc.boolean()),
        litigation: maybe(fc.constantFrom('threatened', 'sued', 'judgment')),
        exposure: maybe(
          carrying(
            fc.record({
              contactsPermission: fc.constantFrom('granted', 'denied', 'revoked', 'unknown'),
              emergencyContacts: fc.nat(9),
            }),
          ),
        ),
        offers: named('o', offer),
      })
      .map(({ keptBack, wait, rows, ...rest }) => ({
        ...rest,
        received: fen(Math.max(0, rest.principal - keptBack)),
        firstDueOn: addDays(rest.disbursedOn, wait),
        schedule:
          rows?.map((row, index) => ({
            n: index + 1,
            dueOn: addDays(rest.disbursedOn, wait + index * 30),
            ...row,
          })) ?? null,
      })),
  )
const payment = (id: string): fc.Arbitrary<Payment> =>
  carrying(
    fc.record({ id: fc.constant(id), loan: fc.constant('l0'), on: date, amount, note: text }),
  )
const contact = (id: string): fc.Arbitrary<Contact> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      at: date.map((on) => `${on}T21:40:00+08:00`),
      creditor: maybe(fc.constant('c0')),
      loan: maybe(fc.constant('l0')),
      direction: fc.constantFrom('in', 'out'),
      channel: fc.constantFrom(...CONTACT_CHANNELS),
      party: fc.constantFrom(...CONTACT_PARTIES),
      caller: maybe(
        carrying(fc.record({ name: text, agency: text, number: text, identified: fc.boolean() })),
      ),
      connected: fc.boolean(),
      disclosedDebt: fc.boolean(),
      conduct: fc.subarray([...CONDUCT_TAGS]),
      recorded: fc.boolean(),
      notes: text,
      evidence: few(carrying(fc.record({ name: text, sha256: fc.constant('ab'.repeat(32)) }))),
    }),
  )
const plan = carrying(
  fc.record({
    acceptedOn: date,
    proposal: fc.constant('pro-rata'),
    instalments: few(carrying(fc.record({ loan: fc.constant('l0'), dueOn: date, amount }))),
  }),
)

/** Any valid case: Chinese text, odd characters, every kind of record, fields nobody knows. */
export const arbitraryCase: fc.Arbitrary<Case> = carrying(
  fc.record({
    jurisdiction: fc.constant('cn'),
    currency: fc.constant('CNY'),
    locale: fc.constantFrom(...LOCALES),
    asOf: maybe(date),
    debtor: carrying(
      fc.record({
        name: text,
        city: text,
        phone: text,
        idTail: text,
        address: text,
        household: maybe(carrying(fc.record({ adults: fc.nat(9), children: fc.nat(9) }))),
        hardship: fc.subarray([...HARDSHIP_REASONS]),
        hardshipSince: maybe(date),
        hardshipNote: text,
      }),
    ),
    budget: carrying(
      fc.record({
        cash: amount,
        reserve: amount,
        cushionFraction: maybe(portion),
        incomes: named('i', income),
        expenses: named('e', expense),
      }),
    ),
    creditors: named('c', creditor, 1),
    loans: named('l', loan, 1),
    payments: named('p', payment),
    contacts: named('k', contact),
    plan: maybe(plan),
  }),
)
