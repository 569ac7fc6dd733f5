/** The message of each field's label, by the field's name without its row. */
const FIELD_LABELS = {
  lender: 'debts.form.lender.choice',
  'lender.name': 'debts.form.lender.name',
  'lender.kind': 'debts.form.lender.kind',
  principal: 'debts.form.terms.principal',
  received: 'debts.form.terms.received',
  disbursedOn: 'debts.form.terms.disbursedOn',
  instalment: 'debts.form.quick.instalment',
  term: 'debts.form.terms.term',
  firstDueOn: 'debts.form.terms.firstDueOn',
  dueDay: 'debts.form.terms.dueDay',
  rate: 'debts.form.terms.rate',
  minimumPercent: 'debts.form.terms.minimumPercent',
  minimumFloor: 'debts.form.terms.minimumFloor',
  paid: 'debts.form.paid.label',
  paidCount: 'debts.form.paid.count',
  lastPaidOn: 'debts.form.quick.lastPaidOn',
  'fees.amount': 'debts.form.fees.amount',
  'penalty.multiplier': 'debts.form.penalty.multiplier',
  'penalty.rate': 'debts.form.penalty.rate',
  'penalty.lateFeeFixed': 'debts.form.penalty.lateFeeFixed',
  'penalty.lateFeePercent': 'debts.form.penalty.lateFeePercent',
  'schedule.dueOn': 'debts.form.schedule.date',
  'schedule.principal': 'debts.column.principal',
  'schedule.interest': 'debts.column.interest',
  'schedule.fees': 'debts.column.fees',
  'offers.amount': 'debts.form.offers.amount',
  'offers.months': 'debts.form.offers.months',
  graceDays: 'debts.form.special.graceDays',
  'rateChanges.on': 'debts.form.special.changeOn',
  'rateChanges.rate': 'debts.form.special.changeRate',
  'freezes.from': 'debts.form.special.freezeFrom',
  'freezes.until': 'debts.form.special.freezeUntil',
  emergencyContacts: 'debts.form.standing.emergencyContacts',
} as const

type FieldName = keyof typeof FIELD_LABELS

const isFieldName = (name: string): name is FieldName => name in FIELD_LABELS

/** The message of a field's label, and which row it stands in, counted from 1; null outside of a list. */
export function fieldLabelKey(field: string): {
  readonly key: (typeof FIELD_LABELS)[FieldName]
  readonly row: number | null
} {
  const row = /\.(\d+)\./.exec(field)?.[1]
  const name = field.replace(/\.\d+\./, '.')
  return {
    key: FIELD_LABELS[isFieldName(name) ? name : 'lender'],
    row: row === undefined ? null : Number(row) + 1,
  }
}
