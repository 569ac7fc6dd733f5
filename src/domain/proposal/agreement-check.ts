import type { Agreement, AgreementItem, Creditor, Loan } from '../case/index.ts'
import {
  addMonths,
  fen,
  monthsBetween,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { overAgreedRate, trueRate } from './agreement-rates.ts'

export const AGREEMENT_FINDINGS = [
  'not-in-writing',
  'not-recorded',
  'item-missing',
  'no-instalments',
  'starts-before-signing',
  'longer-than-five-years',
  'balance-not-entered',
  'balance-above-records',
  'interest-though-stopped',
  'above-agreed-rate',
  'fee-on-top',
  'fee-before-first-instalment',
  'last-instalment-larger',
  'above-plan',
  'rate-above-limit',
] as const
export type AgreementFindingCode = (typeof AGREEMENT_FINDINGS)[number]

/** What to look at before signing, or to have put right: a code and its values. */
export interface AgreementFinding {
  readonly code: AgreementFindingCode
  /** Serious: don't sign before it is put right. Warn: ask about it. */
  readonly severity: 'serious' | 'warn'
  readonly item?: AgreementItem
  readonly amount?: Fen
  readonly label?: string
  readonly months?: number
}

export interface AgreementCheck {
  readonly findings: readonly AgreementFinding[]
  /** All instalments and fees. */
  readonly total: Fen
  readonly fees: Fen
  /** What the agreement starts from: its own balance, else what our records say. */
  readonly balance: Fen
  /** What is paid beyond that balance; negative where part of it is let off. */
  readonly cost: Fen
  /** Total less what the plan has for this loan; null without a plan for it. */
  readonly againstPlan: Fen | null
  /**
   * The true yearly price of paying the balance this way, instalments and fees on their days
   * (actual/365, compounded); 0 where nothing is added, null where there is no such rate.
   */
  readonly rate: number | null
}

export interface AgreementContext {
  readonly loan: Loan
  readonly creditor: Creditor
  /** What is owed on the day of signing by our records. */
  readonly owed: Fen
  /** What the plan pays on this loan in all; null without one. */
  readonly planned: Fen | null
  /** The yearly limit a true rate is held against, 0.24 = 24 %; null = none. */
  readonly rateLimit: number | null
}

/** Items that a card's personalised instalments have to state. Source: card rules (商业银行信用卡业务监督管理办法), article 70. */
const CARD_ITEMS: readonly AgreementItem[] = [
  'balance',
  'structure',
  'currency',
  'period',
  'method',
  'dates',
  'amounts',
  'interest-and-fees',
  'no-new-cards',
  'rights-and-breach',
]

/** What any written agreement should state so that it can be kept and proved. No rule demands them. */
const USUAL_ITEMS: readonly AgreementItem[] = [
  'balance',
  'period',
  'dates',
  'amounts',
  'interest-and-fees',
  'rights-and-breach',
]

const FIVE_YEARS = 60

/**
 * Signed terms held against what has to be stated, what is owed by our records, the plan, and their
 * true price. The items are mandatory on a bank's card and good practice elsewhere; five years are
 * the longest a bank may agree on for a card (article 70).
 */
export function checkAgreement(agreement: Agreement, context: AgreementContext): AgreementCheck {
  const instalments = sumFen(agreement.instalments.map(({ amount }) => amount))
  const fees = sumFen(agreement.fees.map(({ amount }) => amount))
  const balance = agreement.balance ?? context.owed
  const total = sumFen([instalments, fees])
  const cost = subtractFen(total, balance)
  const rate = trueRate(agreement, balance)
  const { planned, rateLimit } = context
  const againstPlan = planned === null ? null : subtractFen(total, planned)
  return {
    findings: [
      ...formFindings(agreement, context),
      ...termFindings(agreement, context),
      ...moneyFindings(agreement, {
        balance,
        instalments,
        over: overAgreedRate(agreement, balance, context.loan),
      }),
      ...balanceFindings(agreement, context.owed),
      ...(againstPlan !== null && againstPlan > 0
        ? [{ code: 'above-plan' as const, severity: 'warn' as const, amount: againstPlan }]
        : []),
      ...(rate !== null && rateLimit !== null && rate > rateLimit
        ? [{ code: 'rate-above-limit' as const, severity: 'serious' as const }]
        : []),
    ],
    total,
    fees,
    balance,
    cost,
    againstPlan,
    rate,
  }
}

const isBankCard = ({ loan, creditor }: AgreementContext): boolean =>
  loan.kind === 'revolving' && creditor.kind === 'bank'

/** Written down, or recorded until all is paid; and everything stated that has to be. */
function formFindings(
  { inWriting, recorded, stated }: Agreement,
  context: AgreementContext,
): readonly AgreementFinding[] {
  const isCard = isBankCard(context)
  const severity = isCard ? 'serious' : 'warn'
  const oral: readonly AgreementFinding[] = inWriting
    ? []
    : [
        {
          code: recorded ? 'not-in-writing' : 'not-recorded',
          severity: recorded ? 'warn' : 'serious',
        },
      ]
  const missing = (isCard ? CARD_ITEMS : USUAL_ITEMS).filter((item) => !stated.includes(item))
  return [
    ...oral,
    ...missing.map((item) => ({ code: 'item-missing' as const, severity, item }) as const),
  ]
}

/** When it runs. */
function termFindings(
  { instalments, signedOn }: Agreement,
  context: AgreementContext,
): readonly AgreementFinding[] {
  const days = instalments.map(({ dueOn }) => dueOn).sort()
  const [first, last] = [days.at(0), days.at(-1)]
  if (first === undefined || last === undefined)
    return [{ code: 'no-instalments', severity: 'serious' }]
  const isTooLong = isBankCard(context) && last > addMonths(signedOn, FIVE_YEARS)
  return [
    ...(first < signedOn ? [{ code: 'starts-before-signing', severity: 'serious' } as const] : []),
    ...(isTooLong
      ? [
          {
            code: 'longer-than-five-years',
            severity: 'warn',
            months: monthsBetween(signedOn, last),
          } as const,
        ]
      : []),
  ]
}

/** What is charged beside the balance: interest that was to stop, fees, and a last payment that is larger. */
function moneyFindings(
  agreement: Agreement,
  { balance, instalments, over: overRate }: Record<'balance' | 'instalments' | 'over', Fen>,
): readonly AgreementFinding[] {
  const over = subtractFen(instalments, balance)
  const firstOn = firstDue(agreement)
  const jump = lastJump(agreement)
  return [
    ...(agreement.interestStops === true && over > 0
      ? [{ code: 'interest-though-stopped', severity: 'serious', amount: over } as const]
      : []),
    ...(overRate > 0
      ? [{ code: 'above-agreed-rate', severity: 'serious', amount: overRate } as const]
      : []),
    ...agreement.fees
      .filter(({ amount }) => amount > 0)
      .map(({ label, amount, on }) => {
        const isEarly = on !== null && firstOn !== null && on < firstOn
        const code = isEarly ? 'fee-before-first-instalment' : 'fee-on-top'
        return { code, severity: isEarly ? 'serious' : 'warn', label, amount } as const
      }),
    ...(jump > 0
      ? [{ code: 'last-instalment-larger', severity: 'warn', amount: jump } as const]
      : []),
  ]
}

/** Where the paper states no balance at all, that is said already. */
function balanceFindings({ balance, stated }: Agreement, owed: Fen): readonly AgreementFinding[] {
  if (balance === null)
    return stated.includes('balance') ? [{ code: 'balance-not-entered', severity: 'warn' }] : []
  const over = subtractFen(balance, owed)
  return over > 0 ? [{ code: 'balance-above-records', severity: 'warn', amount: over }] : []
}

const firstDue = ({ instalments }: Agreement): CalendarDate | null =>
  instalments
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(0) ?? null

/** By how much the last instalment is above the largest of the others: a lump at the end. */
function lastJump({ instalments }: Agreement): Fen {
  const amounts = instalments
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ amount }) => amount)
  const last = amounts.at(-1)
  if (last === undefined || amounts.length < 2) return ZERO_FEN
  return fen(Math.max(0, last - Math.max(...amounts.slice(0, -1))))
}
