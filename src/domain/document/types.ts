import type { Creditor, Debtor, Loan, Locale } from '../case/index.ts'
import type { Citation, Localised } from '../cost/index.ts'
import type { CalendarDate, Fen } from '../kernel/index.ts'
import type { DatedAmount } from '../proposal/index.ts'

/** What a letter about one loan may say: values only, the template finds the words. */
export interface LetterContext {
  readonly on: CalendarDate
  readonly locale: Locale
  readonly debtor: Debtor
  readonly creditor: Creditor
  readonly loan: Loan
  /** The account as computed from the contract and the payments the debtor entered. */
  readonly account: {
    readonly owedNow: Fen
    readonly arrears: Fen
    readonly overdueDays: number
    readonly principal: Fen
    readonly interest: Fen
    readonly penalty: Fen
    readonly fees: Fen
  }
  readonly offer: {
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
  }
  readonly means: {
    readonly monthlyIncome: Fen
    readonly monthlyEssential: Fen
    readonly monthlyOther: Fen
    readonly cushion: Fen
    /** What is left for all creditors together. */
    readonly affordable: Fen
  }
  /** Every creditor's part of the same proposal: that they are treated alike can be seen. */
  readonly shares: readonly {
    readonly creditor: string
    readonly owedNow: Fen
    readonly instalment: Fen
    readonly isAddressee: boolean
  }[]
  /** The rules that apply to this lender and this loan today. */
  readonly rules: readonly {
    readonly id: string
    readonly title: Localised
    readonly says: Localised
    readonly citation: Citation
    readonly checkFirst: boolean
  }[]
}
