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
  PAYMENT_ORDERS,
  REPAYMENT_METHODS,
  type Case,
  type Contact,
  type Creditor,
  type Expense,
  type Income,
  type Loan,
  type Payment,
} from '../../../src/domain/case/index.ts'
import { addDays, fen } from '../../../src/domain/kernel/index.ts'
import { complaint, letter, person, task } from './arbitrary-correspondence.ts'
import { agreement, freeze, offer, statement, talk } from './arbitrary-negotiation.ts'
import {
  amount,
  carrying,
  date,
  evidence,
  few,
  maybe,
  months,
  named,
  portion,
  rate,
  text,
} from './arbitrary-values.ts'

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
              policyOnContacts: fc.constantFrom('named', 'not-named', 'unknown'),
              doneSoFar: fc.constantFrom('nothing', 'threatened', 'reached', 'unknown'),
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
        carrying(
          fc.record({
            name: text,
            agency: text,
            number: text,
            identified: fc.boolean(),
            identityUnknown: fc.constantFrom(true, undefined),
          }),
        ),
      ),
      connected: fc.boolean(),
      visitors: maybe(fc.integer({ min: 1, max: 100 })),
      disclosedDebt: fc.boolean(),
      conduct: fc.subarray([...CONDUCT_TAGS]),
      recorded: fc.boolean(),
      notes: text,
      evidence,
    }),
  )
const plan = carrying(
  fc.record({
    acceptedOn: date,
    proposal: fc.constant('pro-rata'),
    instalments: few(carrying(fc.record({ loan: fc.constant('l0'), dueOn: date, amount }))),
    figures: maybe(
      carrying(
        fc.record({
          monthlyIncome: amount,
          monthlyExpenses: amount,
          owed: few(carrying(fc.record({ loan: fc.constant('l0'), amount }))),
        }),
      ),
    ),
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
