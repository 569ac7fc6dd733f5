import fc from 'fast-check'
import {
  AGREEMENT_ITEMS,
  COMPLAINT_OUTCOMES,
  CONDUCT_TAGS,
  CONTACT_CHANNELS,
  CONTACT_PARTIES,
  CREDITOR_KINDS,
  DAY_COUNTS,
  EXPENSE_CATEGORIES,
  FEE_KINDS,
  FEE_TIMINGS,
  FREEZE_STOPS,
  FREQUENCIES,
  HARDSHIP_REASONS,
  LOAN_KINDS,
  LOCALES,
  OFFER_KINDS,
  PAYMENT_ORDERS,
  RELATIONS,
  REPAYMENT_METHODS,
  SENDING_CHANNELS,
  TALK_KINDS,
  type Case,
  type Complaint,
  type Contact,
  type Creditor,
  type Expense,
  type Income,
  type Loan,
  type Payment,
  type Person,
  type SavedLetter,
  type Task,
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

const months = fc.integer({ min: 1, max: 600 })
const evidence = few(carrying(fc.record({ name: text, sha256: fc.constant('ab'.repeat(32)) })))

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
        lossMonths: maybe(months),
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
      months: maybe(months),
      rate: maybe(rate),
      deadline: maybe(date),
      confirmedInWriting: fc.boolean(),
    }),
  )
const freeze = carrying(
  fc.record({ from: date, until: maybe(date), stops: fc.constantFrom(...FREEZE_STOPS) }),
)
const statement = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      on: date,
      principal: maybe(amount),
      interest: maybe(amount),
      penalty: maybe(amount),
      fees: maybe(amount),
      total: maybe(amount),
      note: text,
    }),
  )
const talk = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      on: date,
      kind: fc.constantFrom(...TALK_KINDS),
      amount: maybe(amount),
      months: maybe(months),
      concession: maybe(fc.nat(5)),
      replyBy: maybe(date),
      inWriting: fc.boolean(),
      note: text,
    }),
  )
const agreement = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      signedOn: date,
      inWriting: fc.boolean(),
      recorded: fc.boolean(),
      balance: maybe(amount),
      instalments: few(carrying(fc.record({ dueOn: date, amount }))),
      fees: few(carrying(fc.record({ label: text, amount, on: maybe(date) }))),
      interestStops: maybe(fc.boolean()),
      stated: fc.subarray([...AGREEMENT_ITEMS]),
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
              callLogPermission: fc.constantFrom('granted', 'denied', 'revoked', 'unknown'),
              appInstalled: maybe(fc.boolean()),
              consentWithdrawnOn: maybe(date),
              deletionAskedOn: maybe(date),
            }),
          ),
        ),
        offers: named('o', offer),
        rateChanges: few(carrying(fc.record({ on: date, rate }))),
        graceDays: fc.nat(30),
        paymentOrder: fc.constantFrom(...PAYMENT_ORDERS),
        freezes: few(freeze),
        statements: named('s', statement),
        talks: named('t', talk),
        agreements: named('a', agreement),
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
    fc.record({
      id: fc.constant(id),
      loan: fc.constant('l0'),
      on: date,
      amount,
      note: text,
      reversedOn: maybe(date),
      evidence,
    }),
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
      person: maybe(fc.constant('n0')),
      caller: maybe(
        carrying(fc.record({ name: text, agency: text, number: text, identified: fc.boolean() })),
      ),
      connected: fc.boolean(),
      disclosedDebt: fc.boolean(),
      conduct: fc.subarray([...CONDUCT_TAGS]),
      recorded: fc.boolean(),
      notes: text,
      evidence,
    }),
  )
const letter = (id: string): fc.Arbitrary<SavedLetter> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      letter: fc.constant('hardship-proposal'),
      loan: maybe(fc.constant('l0')),
      creditor: maybe(fc.constant('c0')),
      locale: fc.constantFrom(...LOCALES),
      title: text,
      markdown: text,
      savedOn: date,
      versions: few(carrying(fc.record({ savedOn: date, markdown: text }))),
      sent: maybe(
        carrying(
          fc.record({
            on: date,
            channel: fc.constantFrom(...SENDING_CHANNELS),
            reference: text,
            replyDueOn: maybe(date),
            repliedOn: maybe(date),
            evidence,
          }),
        ),
      ),
    }),
  )
const complaint = (id: string): fc.Arbitrary<Complaint> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      channel: fc.constant('hotline'),
      creditor: maybe(fc.constant('c0')),
      contacts: few(fc.constant('k0')),
      rules: few(fc.constant('cn.conduct.threat')),
      filedOn: maybe(date),
      reference: text,
      replyDueOn: maybe(date),
      outcome: maybe(fc.constantFrom(...COMPLAINT_OUTCOMES)),
      closedOn: maybe(date),
      note: text,
      evidence,
    }),
  )
const task = (id: string): fc.Arbitrary<Task> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      title: text,
      dueOn: date,
      doneOn: maybe(date),
      loan: maybe(fc.constant('l0')),
    }),
  )
const person = (id: string): fc.Arbitrary<Person> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      name: text,
      relation: fc.constantFrom(...RELATIONS),
      warnedOn: maybe(date),
      note: text,
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
        surprise: maybe(carrying(fc.record({ chance: portion, amount }))),
        incomes: named('i', income),
        expenses: named('e', expense),
      }),
    ),
    creditors: named('c', creditor, 1),
    loans: named('l', loan, 1),
    payments: named('p', payment),
    contacts: named('k', contact),
    people: named('n', person, 1),
    letters: named('w', letter),
    complaints: named('m', complaint),
    tasks: named('t', task),
    plan: maybe(plan),
    pastPlans: few(plan),
  }),
)
