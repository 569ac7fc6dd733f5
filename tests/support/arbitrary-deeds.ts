import fc from 'fast-check'
import {
  PAYMENT_ORDERS,
  type Case,
  type Loan,
  type Payment,
  type Plan,
} from '../../src/domain/case/index.ts'
import { addDays, fen, fractionOf, rateOf, type Fen } from '../../src/domain/kernel/index.ts'
import { endPlan } from '../../src/domain/plan/index.ts'
import { anExpense, anIncome, aPayment } from './builders.ts'

/** What is done to a case in the years of a plan: numbers are read as what they are needed for. */
export const DEED_KINDS = [
  'pay',
  'pay-instalment',
  'to-the-wrong-loan',
  'reverse',
  'stand-again',
  'amend',
  'drop',
  'attach',
  'rate',
  'fee',
  'freeze',
  'order',
  'principal',
  'income',
  'expense',
  'note',
  'plan',
  'undo',
  'redo',
] as const
export type DeedKind = (typeof DEED_KINDS)[number]

export interface Deed {
  readonly kind: DeedKind
  readonly n: number
  readonly days: number
  readonly part: number
  readonly text: string
}

/** Payments and steps back and forth come more often than the rest. */
const kinds = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<DeedKind>('pay', 'pay-instalment', 'undo') },
  { weight: 2, arbitrary: fc.constantFrom<DeedKind>('reverse', 'to-the-wrong-loan', 'redo') },
  { weight: 5, arbitrary: fc.constantFrom(...DEED_KINDS) },
)

const words = fc.oneof(
  fc.constantFrom('还款凭证（虚构）', '林虚构 “逾期”', '𠮷野家\n\\"', '臺灣 한글 é́'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

export const deeds = (count: number): fc.Arbitrary<readonly Deed[]> =>
  fc.array(
    fc.record({
      kind: kinds,
      n: fc.nat(9999),
      days: fc.nat(1500),
      part: fc.integer({ min: 1, max: 60 }),
      text: words,
    }),
    { minLength: count, maxLength: count },
  )

const at = <Value>(list: readonly Value[], n: number): Value | undefined => list[n % list.length]

const partOf = (loan: Loan, part: number): Fen =>
  fen(Math.max(1, Math.ceil((loan.principal * part) / 200)))

const OF_LOAN: readonly DeedKind[] = ['rate', 'fee', 'freeze', 'order', 'principal']
const OF_HOUSEHOLD: readonly DeedKind[] = ['income', 'expense', 'note']

/** The case after a deed; the same where there is nothing to do it to. Undo, redo and files are the caller's. */
export function done(facts: Case, deed: Deed, id: string): Case {
  const { kind, n } = deed
  const loan = at(facts.loans, n)
  if (loan === undefined) return facts
  if (kind === 'plan') return { ...endPlan(facts), plan: planOf(facts, deed) }
  if (OF_HOUSEHOLD.includes(kind)) return changedHousehold(facts, deed)
  if (OF_LOAN.includes(kind)) {
    const loans = facts.loans.map((each) => (each === loan ? changedLoan(loan, deed) : each))
    return { ...facts, loans }
  }
  if (kind === 'pay' || kind === 'pay-instalment')
    return { ...facts, payments: [...facts.payments, paid(facts, { loan, deed, id })] }
  const payment = at(facts.payments, n)
  return payment === undefined ? facts : changedPayment(facts, { payment, loan, deed })
}

function paid(
  { plan }: Case,
  { loan, deed, id }: { readonly loan: Loan; readonly deed: Deed; readonly id: string },
): Payment {
  const instalment = deed.kind === 'pay' ? undefined : at(plan?.instalments ?? [], deed.n)
  const { text: note, part, days } = deed
  if (instalment === undefined)
    return aPayment({
      id,
      note,
      loan: loan.id,
      on: addDays(loan.disbursedOn, days),
      amount: partOf(loan, part),
    })
  // On its day, some days early or late, whole or in part.
  const { loan: owner, dueOn, amount } = instalment
  return aPayment({
    id,
    note,
    loan: owner,
    on: addDays(dueOn, (days % 41) - 20),
    amount: part < 30 ? amount : fen(Math.max(1, Math.ceil((amount * part) / 45))),
  })
}

function changedPayment(
  facts: Case,
  { payment, loan, deed }: { readonly payment: Payment; readonly loan: Loan; readonly deed: Deed },
): Case {
  if (deed.kind === 'drop')
    return { ...facts, payments: facts.payments.filter((each) => each !== payment) }
  const other = facts.loans.find(({ id }) => id !== payment.loan) ?? loan
  const changed: Partial<Record<DeedKind, Partial<Payment>>> = {
    'to-the-wrong-loan': { loan: other.id },
    reverse: { reversedOn: addDays(payment.on, deed.days % 200) },
    'stand-again': { reversedOn: null },
    amend: { amount: partOf(loan, deed.part), on: addDays(payment.on, (deed.n % 61) - 30) },
  }
  const after = { ...payment, ...changed[deed.kind] }
  // It can't be taken back before it was made.
  const reversedOn =
    after.reversedOn !== null && after.reversedOn < after.on ? null : after.reversedOn
  return {
    ...facts,
    payments: facts.payments.map((each) => (each === payment ? { ...after, reversedOn } : each)),
  }
}

function changedLoan(loan: Loan, { kind, n, days, part, text }: Deed): Loan {
  const on = addDays(loan.disbursedOn, days)
  switch (kind) {
    case 'rate': {
      const others = loan.rateChanges.filter((change) => change.on !== on).slice(-4)
      const changes = [...others, { on, rate: rateOf(n % 720, 1000, 'year') }]
      return { ...loan, rateChanges: changes.sort((a, b) => (a.on < b.on ? -1 : 1)) }
    }
    case 'fee': {
      const fee = { label: text, amount: fen(n), when: 'once', on, kind: 'other' } as const
      return { ...loan, fees: [...loan.fees.slice(-4), fee] }
    }
    case 'freeze': {
      const until = n % 3 === 0 ? null : addDays(on, n % 300)
      const freeze = { from: on, until, stops: n % 2 === 0 ? 'everything' : 'penalty' } as const
      return { ...loan, freezes: [...loan.freezes.slice(-2), freeze] }
    }
    case 'order':
      return { ...loan, paymentOrder: at(PAYMENT_ORDERS, n) ?? loan.paymentOrder, graceDays: n % 9 }
    default: {
      const principal = fen(Math.max(100, Math.ceil((loan.principal * (part + 70)) / 100)))
      return { ...loan, principal, received: principal }
    }
  }
}

function changedHousehold(facts: Case, { kind, n, part, text }: Deed): Case {
  const { budget, debtor } = facts
  if (kind === 'note')
    return { ...facts, debtor: { ...debtor, name: text, hardshipNote: `${text}${String(part)}` } }
  const amount = fen(n * 100)
  if (kind === 'expense')
    return {
      ...facts,
      budget: { ...budget, expenses: [anExpense({ amount, label: text, essential: n % 2 === 0 })] },
    }
  const lossChance = fractionOf(part, 1000)
  const incomes = [anIncome({ amount, label: text, lossChance, lossMonths: 3 })]
  return { ...facts, budget: { ...budget, incomes } }
}

function planOf({ loans }: Case, { n, days, part }: Deed): Plan {
  const first = at(loans, 0)
  const acceptedOn = addDays(first?.disbursedOn ?? ('2025-06-10' as never), days)
  const instalments = Array.from({ length: 6 + (n % 40) }, (_, index) => {
    const loan = at(loans, index + n) ?? first
    return {
      loan: loan?.id ?? '',
      dueOn: addDays(acceptedOn, 5 + index * (10 + (n % 25))),
      amount: loan === undefined ? fen(1) : partOf(loan, 1 + ((part * (index + 3)) % 40)),
    }
  })
  const figures = {
    monthlyIncome: fen(n * 90),
    monthlyExpenses: fen(n * 20),
    owed: loans.map((loan) => ({ loan: loan.id, amount: loan.principal })),
  }
  return { acceptedOn, proposal: `虚构-${String(n)}`, instalments, figures }
}
