import type {
  ComplaintOutcome,
  Contact,
  Creditor,
  CreditorKind,
  Debtor,
  Loan,
  LoanKind,
  Locale,
  Offer,
} from '../case/index.ts'
import type { MonthlyExpense, MonthlyItem } from '../budget/index.ts'
import type { Citation, LimitExceeded, Localised } from '../cost/index.ts'
import type { CalendarDate, Fen } from '../kernel/index.ts'
import type { Arrangement, DatedAmount, FactorName, Standing } from '../proposal/index.ts'
import type { LetterDetail } from './letter-spec.ts'

/** Something a debtor may rely on that is neither a price limit nor an arrangement. */
export interface Right {
  readonly id: string
  readonly title: Localised
  readonly says: Localised
  readonly citation: Citation
  readonly inForceFrom: CalendarDate
  readonly inForceUntil: CalendarDate | null
  readonly creditorKinds: readonly CreditorKind[]
  readonly loanKinds: readonly LoanKind[]
  /** Which date decides whether it applies: that of the loan, or the day of the letter. */
  readonly byDateOf: 'disbursement' | 'claim'
}

/** A rule as a letter cites it. */
export interface CitedRule {
  readonly id: string
  readonly title: Localised
  readonly says: Localised
  readonly citation: Citation
  /** The official text was not seen: to be checked before it is relied on. */
  readonly checkFirst: boolean
}

/** An account as computed from the contract and the payments the debtor entered. */
export interface LetterAccount {
  readonly owedNow: Fen
  readonly arrears: Fen
  readonly overdueDays: number
  readonly principal: Fen
  readonly interest: Fen
  readonly penalty: Fen
  readonly fees: Fen
  readonly paidTotal: Fen
  readonly lastPaidOn: CalendarDate | null
}

/** What the loan costs, and the lowest binding limit that it is above. */
export interface LetterCost {
  /** Simple annual cost with all charges, as a fraction. */
  readonly annual: number | null
  readonly exceeded: LimitExceeded | null
  /** What was charged above that limit so far; 0 when none. */
  readonly excess: Fen
}

/** What the debtor proposes to one creditor. Every figure is the proposal's. */
export interface LetterOffer {
  readonly strategy: string
  readonly firstOn: CalendarDate
  readonly lastOn: CalendarDate
  readonly count: number
  /** The usual instalment; the last one may differ. */
  readonly instalment: Fen
  readonly lastInstalment: Fen
  readonly total: Fen
  readonly payments: readonly DatedAmount[]
  readonly dayOfMonth: number
  /** Whether the offer needs the creditor to stop interest or penalty from today. */
  readonly asksInterestStop: boolean
  readonly asksPenaltyWaiver: boolean
  /** The yearly rate that interest is asked to go on at, 0.03 = 3 %; null where no rate is asked for. */
  readonly interestCutTo: number | null
}

/** A sum at once that settles the loan. */
export interface LetterSettlement {
  readonly amount: Fen
  readonly payBy: CalendarDate | null
  /** Whether it is the creditor's own offer. */
  readonly isTheirs: boolean
}

/** Terms both sides named as agreed; null where they were not said. */
export interface LetterAgreement {
  readonly on: CalendarDate | null
  readonly inWriting: boolean
  readonly balance: Fen | null
  readonly amount: Fen | null
  readonly months: number | null
  readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amount: Fen }[]
  readonly fees: readonly { readonly label: string; readonly amount: Fen }[]
  readonly interestStops: boolean | null
  /** The yearly rate at which interest goes on, 0.03 = 3 %. */
  readonly rate: number | null
}

/** A complaint that was sent to the lender. */
export interface LetterComplaint {
  readonly filedOn: CalendarDate
  /** The lender's number for it; empty where it gave none. */
  readonly reference: string
  /** Null: not noted yet. */
  readonly outcome: ComplaintOutcome | null
}

/** One debt of the household in a list of all. */
export interface LetterDebt {
  readonly creditor: string
  readonly creditorKind: CreditorKind
  readonly loanKind: LoanKind
  readonly owedNow: Fen
  readonly principal: Fen
  /** What is due and unpaid. */
  readonly arrears: Fen
  readonly overdueDays: number
  /** What the proposal gives it each month; null where there is no proposal. */
  readonly monthly: Fen | null
  readonly part: LetterDebtPart | null
}

/** How a proposal repays one debt, and on whose terms. */
export interface LetterDebtPart {
  readonly arrangement: Arrangement
  /** The yearly rate that interest is cut to, 0.03 = 3 %; null where it is not, or stops. */
  readonly interestCutTo: number | null
  readonly standing: Standing
  /** Whether the offer that it takes up was made in writing. */
  readonly isInWriting: boolean
  readonly payments: readonly DatedAmount[]
  readonly total: Fen
  readonly closes: CalendarDate | null
}

/** A whole proposal, for somebody who sees it for the first time. */
export interface LetterSummary {
  readonly maxMonthly: Fen
  readonly months: number
  readonly payoffOn: CalendarDate | null
  readonly total: Fen
  /** Whether any creditor has yet to agree. */
  readonly isAsked: boolean
  /** The points of the checklist that are met, met in part, not met, and not judged yet. */
  readonly met: readonly FactorName[]
  readonly partly: readonly FactorName[]
  readonly unmet: readonly FactorName[]
  readonly open: readonly FactorName[]
}

/** What a letter may say: values only, the template finds the words. Null = there is none. */
export interface LetterContext {
  readonly on: CalendarDate
  readonly locale: Locale
  readonly debtor: Debtor
  readonly creditor: Creditor | null
  readonly loan: Loan | null
  /** The loans of this creditor that the letter is about. */
  readonly loans: readonly Loan[]
  readonly account: LetterAccount | null
  readonly cost: LetterCost | null
  readonly offer: LetterOffer | null
  readonly settlement: LetterSettlement | null
  readonly theirOffer: Offer | null
  readonly agreement: LetterAgreement | null
  readonly means: {
    readonly monthlyIncome: Fen
    readonly monthlyEssential: Fen
    readonly monthlyOther: Fen
    readonly cushion: Fen
    /** What is left for all creditors together. */
    readonly affordable: Fen
  }
  readonly budget: {
    readonly incomes: readonly MonthlyItem[]
    readonly expenses: readonly MonthlyExpense[]
  }
  /** Every creditor's part of the same proposal: that they are treated alike can be seen. */
  readonly shares: readonly {
    readonly creditor: string
    readonly owedNow: Fen
    readonly instalment: Fen
    readonly isAddressee: boolean
  }[]
  readonly debts: readonly LetterDebt[]
  readonly summary: LetterSummary | null
  /** Contacts that can be complained of, oldest first. */
  readonly incidents: readonly Contact[]
  /** Those of them that are for the police. */
  readonly forPolice: readonly Contact[]
  /** To whom the letter goes where a channel of the pack says so. */
  readonly addressee: Localised | null
  /** The last complaint to the lender itself. */
  readonly complaint: LetterComplaint | null
  /** The people the debtor named as close. */
  readonly hasPeople: boolean
  /** Whether the lender's app may read contacts or the record of calls. */
  readonly hasContactsPermission: boolean
  /** The rules that apply to this lender and this loan today. */
  readonly rules: readonly CitedRule[]
  /** What the letter asks for and nobody has said yet. */
  readonly missing: readonly LetterDetail[]
}
