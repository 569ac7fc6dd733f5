import type { CreditorKind, LoanKind } from '../case/index.ts'

/** What a letter is about: one loan, all that one creditor is owed, or the household as a whole. */
export const LETTER_SUBJECTS = ['loan', 'creditor', 'household'] as const
export type LetterSubjectKind = (typeof LETTER_SUBJECTS)[number]

/** What has to be in the case for a letter to be of use. */
export const LETTER_NEEDS = [
  /** The proposal asks this creditor for instalments. */
  'proposal',
  /** There is a sum that would settle the loan for less than is owed. */
  'settlement',
  /** The creditor has made an offer. */
  'their-offer',
  'owing',
  'overdue',
  /** Penalty interest or late fees are owed. */
  'penalty',
  /** A binding price limit is exceeded. */
  'excess',
  /** Paid off. */
  'settled',
  /** The log holds a contact whose conduct can be complained of. */
  'conduct',
  /** Someone other than the debtor was contacted. */
  'third-party',
  /** Threats, abuse, pestering or exposure: what the police are for. */
  'threat',
  /** The lender's app may read contacts or the record of calls. */
  'contacts-permission',
  /** The loan is in the credit record. */
  'reported',
  'lawyer-letter',
  'agreement',
  'budget',
  'several-debts',
  /** Somebody close may be called. */
  'people',
] as const
export type LetterNeed = (typeof LETTER_NEEDS)[number]

/** What a letter says about the person and the loan, and only the person can tell. */
export const LETTER_DETAILS = [
  'name',
  'phone',
  'idTail',
  'address',
  'contractNo',
  'hardship',
  'creditorName',
  'creditorAddress',
] as const
export type LetterDetail = (typeof LETTER_DETAILS)[number]

/** Stands for whatever of its kind applies to the loan on the day, beside single rule ids. */
export const CITED_KINDS = ['arrangements', 'limits', 'conduct'] as const

/** When a letter applies and what it may cite. */
export interface LetterSpec {
  readonly id: string
  readonly about: LetterSubjectKind
  readonly needs: readonly LetterNeed[]
  /** Which creditors it is for; null = any. */
  readonly creditorKinds: readonly CreditorKind[] | null
  readonly loanKinds: readonly LoanKind[] | null
  readonly asks: readonly LetterDetail[]
  /** Ids of rights, and kinds of rule. Only those that apply reach the letter. */
  readonly cites: readonly string[]
}
