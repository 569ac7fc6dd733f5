import type { FileRow } from './read-rows.ts'

export const IMPORT_KINDS = ['payments', 'contacts', 'loans'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What a column of a file can be read as, and whether nothing is read without it. */
export const IMPORT_FIELDS = {
  payments: ['paidOn', 'amount', 'lender', 'note'],
  contacts: ['at', 'number', 'channel', 'direction', 'connected', 'lender', 'notes'],
  loans: ['lender', 'product', 'received', 'payment', 'term', 'firstDueOn', 'principal'],
} as const satisfies Record<ImportKind, readonly string[]>
export type ImportField = (typeof IMPORT_FIELDS)[ImportKind][number]

export const NEEDED_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  payments: ['paidOn', 'amount'],
  contacts: ['at'],
  loans: ['lender', 'received', 'payment', 'term', 'firstDueOn'],
}

/** Where each field stands in a row; null = nowhere. */
export type ColumnMap = Readonly<Partial<Record<ImportField, number>>>

/** How banks, phones and our own tables head these columns, in Chinese and English. The better fit stands first. */
const HEADINGS: Readonly<Record<ImportField, readonly RegExp[]>> = {
  paidOn: [
    /^(还款|交易|记账|入账)(日期|时间)/,
    /^paid on$|^(transaction )?date/i,
    /日期|时间|date/i,
  ],
  amount: [/^(交易|还款|支出)?金额/, /^(amount|paid)/i, /支出|金额|amount/i],
  lender: [
    /^(机构|对方(户名|名称|账户)|收款(人|方)|交易对方|商户)/,
    /^(lender|payee|counterparty)/i,
  ],
  note: [/^(备注|摘要|附言|用途|交易说明)/, /^(note|memo|remark|description)/i],
  at: [/^(时间|通话时间|起始时间|日期|通话日期)/, /^(moment|time|date)/i],
  number: [/号码|电话/, /number|phone/i],
  channel: [/^(方式|渠道|类型)/, /^(channel|type)/i],
  direction: [/^(方向|呼叫类型|通话类型|主被叫)/, /^direction/i],
  connected: [/^(是否)?(接通|接听)|^(connected|answered)/i, /状态|时长|^(status|duration)/i],
  notes: [/^(内容|备注|摘要)/, /^(notes?|content)/i],
  product: [/^(产品|借款名称|贷款名称)/, /^product/i],
  received: [/到手|到账|放款金额/, /^received/i],
  payment: [/^(每月|每期|月供|应还)/, /^(monthly |instalment )?payment|^instalment$/i],
  term: [/^(期数|总期数|分期数)/, /^(instalments|term)/i],
  firstDueOn: [/^首(期|次)/, /^first due/i],
  principal: [/^(合同金额|借款金额|贷款本金|本金)/, /^principal/i],
}

/** Statements begin with some lines about the account. */
const MOST_LINES_BEFORE = 40

const fieldsIn = (kind: ImportKind, { cells }: FileRow): ColumnMap => {
  const taken = new Set<number>()
  const found: Partial<Record<ImportField, number>> = {}
  for (const field of IMPORT_FIELDS[kind]) {
    const at = HEADINGS[field]
      .map((heading) => cells.findIndex((cell, place) => !taken.has(place) && heading.test(cell)))
      .find((place) => place >= 0)
    if (at === undefined) continue
    taken.add(at)
    found[field] = at
  }
  return found
}

export interface ColumnGuess {
  /** The place of the row with the headings; −1 where none looks like one. */
  readonly head: number
  readonly columns: ColumnMap
}

/** Looks for the headings: the row among the first in which most fields of the kind are named. */
export function guessColumns(kind: ImportKind, rows: readonly FileRow[]): ColumnGuess {
  let best: ColumnGuess = { head: -1, columns: {} }
  for (const [head, row] of rows.slice(0, MOST_LINES_BEFORE).entries()) {
    const columns = fieldsIn(kind, row)
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { head, columns }
  }
  return best
}
