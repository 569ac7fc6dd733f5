import type {
  AgreedFee,
  AgreedInstalment,
  Agreement,
  AgreementItem,
} from '../../domain/case/index.ts'
import { addMonths, type CalendarDate, type Fen, type Rate } from '../../domain/kernel/index.ts'

export type YesNoUnknown = 'yes' | 'no' | 'unknown'

export interface FeeDraft {
  readonly key: number
  label: string
  amount: Fen | null
  on: CalendarDate | null
}

/** Agreed terms as the form holds them: equal instalments, the last of which may differ. */
export interface AgreementDraft {
  signedOn: CalendarDate | null
  inWriting: boolean
  recorded: boolean
  balance: Fen | null
  /** Instalments that the form can't show as equal ones: kept until others are entered. */
  kept: readonly AgreedInstalment[] | null
  monthly: Fen | null
  count: number | null
  firstOn: CalendarDate | null
  last: Fen | null
  fees: FeeDraft[]
  interestStops: YesNoUnknown
  rate: Rate | null
  stated: readonly AgreementItem[]
}

const STOPS: Readonly<Record<YesNoUnknown, boolean | null>> = {
  yes: true,
  no: false,
  unknown: null,
}

/** A draft of the agreement on record; an empty one without. */
export function draftOfAgreement(agreement: Agreement | null, today: CalendarDate): AgreementDraft {
  if (agreement === null) return emptyDraft(today)
  const { signedOn, inWriting, recorded, balance, instalments, fees, interestStops, rate, stated } =
    agreement
  return {
    signedOn,
    inWriting,
    recorded,
    balance,
    ...instalmentsDraft(instalments),
    fees: fees.map(({ label, amount, on }, key) => ({ key, label, amount, on })),
    interestStops: interestStops === null ? 'unknown' : interestStops ? 'yes' : 'no',
    rate,
    stated,
  }
}

type InstalmentsDraft = Pick<AgreementDraft, 'kept' | 'monthly' | 'count' | 'firstOn' | 'last'>

const NO_INSTALMENTS: InstalmentsDraft = {
  kept: null,
  monthly: null,
  count: null,
  firstOn: null,
  last: null,
}

function instalmentsDraft(instalments: readonly AgreedInstalment[]): InstalmentsDraft {
  const [first, last] = [instalments.at(0), instalments.at(-1)]
  if (first === undefined || last === undefined) return NO_INSTALMENTS
  if (!isRegular(instalments, first)) return { ...NO_INSTALMENTS, kept: instalments }
  return {
    kept: null,
    monthly: first.amount,
    count: instalments.length,
    firstOn: first.dueOn,
    last: last.amount === first.amount ? null : last.amount,
  }
}

const emptyDraft = (today: CalendarDate): AgreementDraft => ({
  signedOn: today,
  inWriting: true,
  recorded: false,
  balance: null,
  ...NO_INSTALMENTS,
  fees: [],
  interestStops: 'unknown',
  rate: null,
  stated: [],
})

/** The same amount on the same day of every month, the last amount apart. */
const isRegular = (instalments: readonly AgreedInstalment[], first: AgreedInstalment): boolean =>
  instalments.every(
    ({ dueOn, amount }, n) =>
      dueOn === addMonths(first.dueOn, n) &&
      (amount === first.amount || n === instalments.length - 1),
  )

/** The terms as they stand in the form; null until the day of signing is given. */
export function readAgreement(draft: AgreementDraft, id: string): Agreement | null {
  const { signedOn } = draft
  if (signedOn === null) return null
  return {
    id,
    signedOn,
    inWriting: draft.inWriting,
    recorded: draft.recorded,
    balance: draft.balance,
    instalments: draft.kept ?? instalmentsOf(draft),
    fees: draft.fees.flatMap(({ label, amount, on }): readonly AgreedFee[] =>
      amount === null ? [] : [{ label: label.trim(), amount, on }],
    ),
    interestStops: STOPS[draft.interestStops],
    rate: draft.interestStops === 'yes' ? null : draft.rate,
    stated: draft.stated,
  }
}

/** Whether nothing that the paper says has been filled in yet. */
export const isBlank = ({
  inWriting,
  balance,
  instalments,
  fees,
  interestStops,
  rate,
  stated,
}: Agreement): boolean =>
  inWriting &&
  balance === null &&
  interestStops === null &&
  rate === null &&
  [instalments, fees, stated].every(({ length }) => length === 0)

function instalmentsOf({
  monthly,
  count,
  firstOn,
  last,
}: AgreementDraft): readonly AgreedInstalment[] {
  if (monthly === null || count === null || firstOn === null) return []
  return Array.from({ length: count }, (_, n) => ({
    dueOn: addMonths(firstOn, n),
    amount: n === count - 1 ? (last ?? monthly) : monthly,
  }))
}
