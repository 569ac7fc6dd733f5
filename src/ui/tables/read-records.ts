import {
  newPayment,
  putMember,
  type Case,
  type Contact,
  type Creditor,
  type Loan,
  type Payment,
} from '../../domain/case/index.ts'
import { momentAt, momentReader } from '../../domain/conduct/index.ts'
import { inferLoan, loanOfTerms } from '../../domain/cost/index.ts'
import { dateParts, fen, type CalendarDate } from '../../domain/kernel/index.ts'
import {
  NEEDED_FIELDS,
  type ColumnMap,
  type ImportField,
  type ImportKind,
} from './guess-columns.ts'
import {
  readAmount,
  readAnswered,
  readCount,
  readDay,
  readMinute,
  type CellProblem,
} from './read-cells.ts'
import type { FileRow } from './read-rows.ts'

export type RowProblem = CellProblem | 'no-loan' | 'money-in' | 'in-future' | 'no-such-loan'

/** What a row of a file comes to: a change of the case, or what is wrong with which of its columns. */
export interface ReadRow {
  readonly row: FileRow
  readonly problems: readonly { readonly field: ImportField; readonly code: RowProblem }[]
  /** Whether the case, or the file above it, has the same record already. */
  readonly isKnown: boolean
  readonly put: ((facts: Case) => Case) | null
}

export interface ImportFrame {
  readonly facts: Case
  readonly columns: ColumnMap
  /** The loan of payments that name none; '' = they are left out. */
  readonly loan: string
  readonly on: CalendarDate
  readonly utcOffset: number
  readonly newId: () => string
}

/** A record that was read, with what it is known again by. */
interface Read {
  readonly key: string
  readonly put: (facts: Case) => Case
}
interface Refusal {
  readonly ok: false
  readonly problem: { readonly field: ImportField; readonly code: RowProblem }
}
type Reading = { readonly ok: true; readonly value: Read } | Refusal
type Cells = (field: ImportField) => string

/** Reads rows as records of a kind. Nothing is changed by it: each row brings its own change. */
export function readRecords(
  kind: ImportKind,
  rows: readonly FileRow[],
  frame: ImportFrame,
): readonly ReadRow[] {
  const { keys, read } = READERS[kind](frame, rows)
  return rows.map((row) => {
    const cells: Cells = (field) => row.cells[frame.columns[field] ?? -1] ?? ''
    const missing = NEEDED_FIELDS[kind].filter((field) => cells(field) === '')
    if (missing.length > 0)
      return failed(
        row,
        missing.map((field) => ({ field, code: 'missing' })),
      )
    const reading = read(cells, row)
    if (!reading.ok) return failed(row, [reading.problem])
    const left = keys.get(reading.value.key) ?? 0
    keys.set(reading.value.key, left - 1)
    return { row, problems: [], isKnown: left > 0, put: reading.value.put }
  })
}

const failed = (row: FileRow, problems: ReadRow['problems']): ReadRow => ({
  row,
  problems,
  isKnown: false,
  put: null,
})

const wrong = (field: ImportField, code: RowProblem): Refusal => ({
  ok: false,
  problem: { field, code },
})
const right = (key: string, put: Read['put']): Reading => ({ ok: true, value: { key, put } })

/** How often each record is there already: two payments of one day and amount are two. */
function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

interface Reader {
  readonly keys: Map<string, number>
  readonly read: (cells: Cells, row: FileRow) => Reading
}

const READERS: Readonly<
  Record<ImportKind, (frame: ImportFrame, rows: readonly FileRow[]) => Reader>
> = { payments: paymentReader, contacts: contactReader, loans: loanReader }

const paymentKey = ({ loan, on, amount }: Pick<Payment, 'loan' | 'on' | 'amount'>): string =>
  `${loan} ${on} ${String(amount)}`

/** In a statement with signs only what goes out is a payment. */
function paymentReader(frame: ImportFrame, rows: readonly FileRow[]): Reader {
  const { facts, columns, newId } = frame
  const isSigned = rows.some(({ cells }) => {
    const amount = readAmount(cells[columns.amount ?? -1] ?? '')
    return amount.ok && amount.value < 0
  })
  return {
    keys: counted(facts.payments.map(paymentKey)),
    read: (cells, row) => {
      const on = readDay(cells('paidOn'))
      if (!on.ok) return wrong('paidOn', on.problem)
      if (on.value > frame.on) return wrong('paidOn', 'in-future')
      const amount = readAmount(cells('amount'))
      if (!amount.ok) return wrong('amount', amount.problem)
      if (isSigned && amount.value > 0) return wrong('amount', 'money-in')
      const loan = loanNamed(facts, row) ?? frame.loan
      if (loan === '') return wrong('lender', 'no-loan')
      const paid = { loan, on: on.value, amount: fen(Math.abs(amount.value)) }
      const payment = newPayment({ id: newId(), ...paid, note: cells('note') })
      return right(paymentKey(payment), (now) => putMember(now, 'payments', payment))
    },
  }
}

/** The loan whose lender or product a row names; null where none or more than one is named. */
function loanNamed({ loans, creditors }: Case, { cells }: FileRow): string | null {
  const text = cells.join(' ')
  const names = new Map(creditors.map(({ id, name }) => [id, name]))
  const isIn = (name: string): boolean => name.length > 1 && text.includes(name)
  const byLender = loans.filter(({ creditor }) => isIn(names.get(creditor) ?? ''))
  const byProduct = (byLender.length > 0 ? byLender : loans).filter(({ product }) => isIn(product))
  const found = byProduct.length > 0 ? byProduct : byLender
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const digits = (number: string): string => number.replaceAll(/[^\d*]/g, '')

function contactReader({ facts, on, utcOffset, newId }: ImportFrame): Reader {
  const momentOf = momentReader(utcOffset)
  const keyOf = (date: string, minute: number, number: string): string =>
    `${date} ${String(minute)} ${digits(number)}`
  return {
    keys: counted(
      facts.contacts.map(({ at, caller }) => {
        const { date, minute } = momentOf(at)
        return keyOf(date, minute, caller?.number ?? '')
      }),
    ),
    read: (cells, row) => {
      const day = readDay(cells('at'))
      if (!day.ok) return wrong('at', day.problem)
      if (day.value > on) return wrong('at', 'in-future')
      const minute = readMinute(cells('at'))
      if (minute === null) return wrong('at', 'not-a-day')
      const number = cells('number')
      const channel = channelOf(cells('channel'))
      const contact: Contact = {
        ...NOT_SAID,
        ...aboutOf(facts, row),
        id: newId(),
        at: momentAt(day.value, minute, utcOffset),
        direction: /呼出|主叫|我联系|out|sent|拨出|去电/i.test(cells('direction')) ? 'out' : 'in',
        channel,
        connected: channel !== 'call' || wasAnswered(cells),
        caller: number === '' ? null : { ...UNKNOWN_CALLER, number },
        notes: cells('notes'),
      }
      return right(keyOf(day.value, minute, number), (now) => putMember(now, 'contacts', contact))
    },
  }
}

const UNKNOWN_CALLER = { name: '', agency: '', identified: false, identityUnknown: true } as const

/** What a list of calls does not tell. */
const NOT_SAID = {
  party: 'debtor',
  person: null,
  visitors: null,
  disclosedDebt: false,
  conduct: [],
  recorded: false,
  evidence: [],
} as const

/** What nobody says was answered counts as an attempt: the lower of the two claims. */
const wasAnswered = (cells: Cells): boolean =>
  readAnswered(cells('connected')) ?? readAnswered(cells('direction')) ?? false

function aboutOf(facts: Case, row: FileRow): Pick<Contact, 'loan' | 'creditor'> {
  const loan = loanNamed(facts, row)
  const creditor = facts.loans.find(({ id }) => id === loan)?.creditor
  const text = row.cells.join(' ')
  const named = facts.creditors.find(({ name }) => name.length > 1 && text.includes(name))
  return { loan, creditor: creditor ?? named?.id ?? null }
}

function channelOf(word: string): Contact['channel'] {
  if (/短信|彩信|sms|message/i.test(word)) return 'sms'
  if (/微信|wechat/i.test(word)) return 'wechat'
  if (/上门|visit/i.test(word)) return 'visit'
  if (/邮件|email/i.test(word)) return 'email'
  if (/信件|letter/i.test(word)) return 'letter'
  return 'call'
}

const loanKey = (lender: string, { received, firstDueOn }: Loan): string =>
  `${lender} ${String(received)} ${firstDueOn}`

function loanReader({ facts, newId }: ImportFrame): Reader {
  const lenders = new Map(facts.creditors.map(({ id, name }) => [id, name]))
  /** One lender of several rows is one lender. */
  const added = new Map<string, Creditor>()
  const lenderOf = (name: string): Creditor =>
    facts.creditors.find((known) => known.name === name) ??
    added.get(name) ?? { ...PLAIN_LENDER, id: newId(), name }
  return {
    keys: counted(facts.loans.map((loan) => loanKey(lenders.get(loan.creditor) ?? '', loan))),
    read: (cells) => {
      const terms = termsOf(cells)
      if (!terms.ok) return terms
      const name = cells('lender')
      const creditor = lenderOf(name)
      added.set(name, creditor)
      const ids = { id: newId(), creditor: creditor.id }
      const loan: Loan = { ...loanOfTerms(ids, terms.value), product: cells('product') }
      return right(loanKey(name, loan), (now) =>
        putMember(putMember(now, 'creditors', creditor), 'loans', loan),
      )
    },
  }
}

const PLAIN_LENDER = {
  kind: 'other',
  licensed: null,
  phone: '',
  email: '',
  address: '',
  onBehalfOf: null,
} as const

type Terms = Parameters<typeof inferLoan>[0]

/** The terms of a row, worked out from what was received and what is paid each month. */
function termsOf(cells: Cells) {
  const received = readAmount(cells('received'))
  if (!received.ok) return wrong('received', received.problem)
  const instalment = readAmount(cells('payment'))
  if (!instalment.ok) return wrong('payment', instalment.problem)
  const count = readCount(cells('term'))
  if (!count.ok) return wrong('term', count.problem)
  const firstDueOn = readDay(cells('firstDueOn'))
  if (!firstDueOn.ok) return wrong('firstDueOn', firstDueOn.problem)
  const principal = cells('principal') === '' ? null : readAmount(cells('principal'))
  if (principal?.ok === false) return wrong('principal', principal.problem)
  const known: Terms = {
    received: received.value,
    instalment: instalment.value,
    count: count.value,
    firstDueOn: firstDueOn.value,
    dueDay: dateParts(firstDueOn.value).day,
    disbursedOn: null,
    principal: principal === null ? null : principal.value,
  }
  const terms = inferLoan(known)
  return terms.ok ? terms : wrong('payment', 'no-such-loan')
}
