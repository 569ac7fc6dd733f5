/** What a step of the history did, as a code; the screens find the words. */
export const CHANGE_LABELS = [
  'case-changed',
  'day-changed',
  'locale-changed',
  'debtor-changed',
  'budget-changed',
  'income-added',
  'income-changed',
  'income-removed',
  'expense-added',
  'expense-changed',
  'expense-removed',
  'creditor-added',
  'creditor-changed',
  'creditor-removed',
  'loan-added',
  'loan-changed',
  'loan-removed',
  'payment-added',
  'payment-changed',
  'payment-removed',
  'contact-added',
  'contact-changed',
  'contact-removed',
  'plan-accepted',
  'plan-removed',
  'instalment-paid',
] as const
export type ChangeLabel = (typeof CHANGE_LABELS)[number]

/** Reads a label out of storage; one that this version does not know is a change of the case. */
export const changeLabelOf = (stored: string): ChangeLabel =>
  CHANGE_LABELS.find((label) => label === stored) ?? 'case-changed'
