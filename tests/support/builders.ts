import {
  emptyCase,
  type Case,
  type Contact,
  type Creditor,
  type Expense,
  type Income,
  type Loan,
  type Payment,
} from '../../src/domain/case/index.ts'
import {
  fen,
  parseDate,
  rateOf,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../../src/domain/kernel/index.ts'

/** A date of a test. @throws Error on text that is no date: the test is wrong */
export function day(text: string): CalendarDate {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(`not a date: ${text}`)
  return reading.value
}

/** Whole yuan as fen. */
export const yuan = (amount: number): Fen => fen(Math.round(amount * 100))

export const aCreditor = (parts: Partial<Creditor> = {}): Creditor => ({
  id: 'c1',
  name: '甲银行（虚构）',
  kind: 'bank',
  licensed: true,
  phone: '',
  email: '',
  address: '',
  onBehalfOf: null,
  ...parts,
})

/** Twelve equal instalments on 12,000 yuan at 24 % a year, paid out on 10 June 2025. */
export const aLoan = (parts: Partial<Loan> = {}): Loan => ({
  id: 'l1',
  creditor: 'c1',
  product: '',
  contractNo: '',
  kind: 'instalment',
  disbursedOn: day('2025-06-10'),
  principal: yuan(12_000),
  received: parts.principal ?? yuan(12_000),
  method: 'equal-instalment',
  term: 12,
  dueDay: 10,
  firstDueOn: day('2025-07-10'),
  rate: rateOf(24, 100, 'year'),
  rateChanges: [],
  dayCount: '30/360',
  fees: [],
  penalty: null,
  graceDays: 0,
  paymentOrder: 'oldest-instalment',
  freezes: [],
  schedule: null,
  minimumPayment: null,
  reportedToBureau: null,
  litigation: null,
  exposure: null,
  offers: [],
  statements: [],
  talks: [],
  agreements: [],
  ...parts,
})

export const aPayment = (parts: Partial<Payment> = {}): Payment => ({
  id: 'p1',
  loan: 'l1',
  on: day('2025-07-10'),
  amount: yuan(1000),
  note: '',
  reversedOn: null,
  evidence: [],
  ...parts,
})

export const aContact = (parts: Partial<Contact> = {}): Contact => ({
  id: 'k1',
  at: '2026-11-20T21:40:00+08:00',
  creditor: null,
  loan: null,
  direction: 'in',
  channel: 'call',
  party: 'debtor',
  person: null,
  caller: null,
  connected: true,
  visitors: null,
  disclosedDebt: false,
  conduct: [],
  recorded: false,
  notes: '',
  evidence: [],
  ...parts,
})

export const anIncome = (parts: Partial<Income> = {}): Income => ({
  id: 'i1',
  label: '工资',
  amount: yuan(6500),
  every: 'month',
  day: 10,
  from: null,
  until: null,
  variation: null,
  lossChance: null,
  lossMonths: null,
  ...parts,
})

export const anExpense = (parts: Partial<Expense> = {}): Expense => ({
  id: 'e1',
  label: '房租',
  category: 'housing',
  amount: yuan(1800),
  every: 'month',
  day: 1,
  from: null,
  until: null,
  essential: true,
  ...parts,
})

/** A household with one income, one essential expense, one creditor and one loan. */
export const aCase = (parts: Partial<Case> = {}): Case => ({
  ...emptyCase('cn', 'CNY', 'zh-CN'),
  budget: {
    cash: yuan(3000),
    reserve: ZERO_FEN,
    cushionFraction: null,
    surprise: null,
    incomes: [anIncome()],
    expenses: [anExpense()],
  },
  creditors: [aCreditor()],
  loans: [aLoan()],
  ...parts,
})
