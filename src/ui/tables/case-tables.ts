import type { Case, Contact, Loan } from '../../domain/case/index.ts'
import { formatFraction, type CalendarDate } from '../../domain/kernel/index.ts'
import { buildSchedule, replayLoan } from '../../domain/loan/index.ts'
import type { Cell, ColumnName, RecordTable, TableName } from './table.ts'
import type { TableWords } from './use-table-words.ts'

type Row = Readonly<Partial<Record<ColumnName, Cell>>>

interface Source {
  readonly facts: Case
  readonly on: CalendarDate
  readonly words: TableWords
}

/** One kind of record of a case as a table; figures are those of a day. */
export function caseTable(name: TableName, source: Source): RecordTable {
  const { columns, rows } = TABLES[name]
  return {
    name,
    columns,
    rows: rows(source).map((row) => columns.map((column) => row[column] ?? null)),
  }
}

const TABLES: Readonly<
  Record<
    TableName,
    { readonly columns: readonly ColumnName[]; readonly rows: (source: Source) => readonly Row[] }
  >
> = {
  loans: {
    columns: [
      ...['lender', 'product', 'contractNo', 'kind', 'disbursedOn', 'principal'],
      ...['received', 'method', 'term', 'dueDay', 'firstDueOn', 'rate', 'ratePer', 'owed'],
      'daysLate',
    ] as readonly ColumnName[],
    rows: (source) => source.facts.loans.map((loan) => loanRow(loan, source)),
  },
  schedules: {
    columns: [
      ...['lender', 'product', 'instalmentNo', 'dueOn', 'principalPart', 'interestPart'],
      ...['feesPart', 'payment', 'balance'],
    ] as readonly ColumnName[],
    rows: (source) => source.facts.loans.flatMap((loan) => scheduleRows(loan, source)),
  },
  payments: {
    columns: ['paidOn', 'lender', 'product', 'amount', 'note', 'reversedOn'],
    rows: ({ facts }) =>
      facts.payments.map(({ loan, on, amount, note, reversedOn }) => ({
        ...aboutLoan(facts, loan),
        paidOn: { date: on },
        amount: { fen: amount },
        note: { text: note },
        reversedOn: day(reversedOn),
      })),
  },
  contacts: {
    columns: [
      ...['at', 'lender', 'product', 'direction', 'channel', 'party', 'callerName', 'agency'],
      ...['number', 'connected', 'disclosedDebt', 'conduct', 'recorded', 'notes'],
    ] as readonly ColumnName[],
    rows: (source) => source.facts.contacts.map((contact) => contactRow(contact, source)),
  },
}

const day = (date: CalendarDate | null): Cell => (date === null ? null : { date })
const count = (number: number | null): Cell => (number === null ? null : { number: String(number) })

function aboutLoan({ loans, creditors }: Case, id: string | null, creditor?: string | null): Row {
  const loan = loans.find((known) => known.id === id)
  const lender = creditors.find((known) => known.id === (loan?.creditor ?? creditor))
  return { lender: { text: lender?.name ?? '' }, product: { text: loan?.product ?? '' } }
}

function loanRow(loan: Loan, { facts, on, words }: Source): Row {
  const { owedNow, overdueDays } = replayLoan(loan, facts.payments, on)
  return {
    ...aboutLoan(facts, loan.id),
    contractNo: { text: loan.contractNo },
    kind: { text: words.kind(loan.kind) },
    disbursedOn: { date: loan.disbursedOn },
    principal: { fen: loan.principal },
    received: { fen: loan.received },
    method: { text: words.method(loan.method) },
    term: count(loan.term),
    dueDay: count(loan.dueDay),
    firstDueOn: { date: loan.firstDueOn },
    rate: { number: formatFraction(loan.rate) },
    ratePer: { text: words.period(loan.rate.per) },
    owed: { fen: owedNow },
    daysLate: count(overdueDays),
  }
}

/** The instalments of a loan; none where its schedule can't be worked out. */
function scheduleRows(loan: Loan, { facts }: Source): readonly Row[] {
  const schedule = buildSchedule(loan)
  if (!schedule.ok) return []
  const about = aboutLoan(facts, loan.id)
  return schedule.value.instalments.map((instalment) => ({
    ...about,
    instalmentNo: count(instalment.n),
    dueOn: { date: instalment.dueOn },
    principalPart: { fen: instalment.principal },
    interestPart: { fen: instalment.interest },
    feesPart: { fen: instalment.fees },
    payment: { fen: instalment.payment },
    balance: { fen: instalment.balance },
  }))
}

function contactRow(contact: Contact, { facts, words }: Source): Row {
  const { caller } = contact
  return {
    ...aboutLoan(facts, contact.loan, contact.creditor),
    at: { text: contact.at },
    direction: { text: words.direction(contact.direction) },
    channel: { text: words.channel(contact.channel) },
    party: { text: words.party(contact.party) },
    callerName: { text: caller?.name ?? '' },
    agency: { text: caller?.agency ?? '' },
    number: { text: caller?.number ?? '' },
    connected: { text: words.yesNo(contact.connected) },
    disclosedDebt: { text: words.yesNo(contact.disclosedDebt) },
    conduct: { text: contact.conduct.map(words.tag).join('; ') },
    recorded: { text: words.yesNo(contact.recorded) },
    notes: { text: contact.notes },
  }
}
