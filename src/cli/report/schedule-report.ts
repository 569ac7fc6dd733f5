import type { Loan, Locale } from '../../domain/case/index.ts'
import { formatYuan, nominalAnnual, sumFen } from '../../domain/kernel/index.ts'
import type { Schedule, ScheduleProblem } from '../../domain/loan/index.ts'
import { moneyText, percentText, textTable } from './text-table.ts'

const WORDS = {
  'zh-CN': {
    contract: '合同载明的还款计划',
    computed: '按合同条款计算的还款计划',
    heads: ['期', '到期日', '本金', '利息', '费用', '应还', '剩余本金'],
    total: '合计',
    rateFrom: (on: string, percent: string) => `${on}起年利率${percent}`,
    frozen: (from: string, until: string | null) =>
      until === null ? `${from}起停息` : `${from}至${until}停息`,
  },
  en: {
    contract: "The contract's own schedule",
    computed: "Computed from the contract's terms",
    heads: ['no.', 'due on', 'principal', 'interest', 'fees', 'payment', 'balance'],
    total: 'total',
    rateFrom: (on: string, percent: string) => `From ${on} at ${percent} a year`,
    frozen: (from: string, until: string | null) =>
      until === null
        ? `Interest stopped from ${from}`
        : `Interest stopped from ${from} to ${until}`,
  },
} as const

const PROBLEMS: Readonly<Record<Locale, Readonly<Record<ScheduleProblem, string>>>> = {
  'zh-CN': {
    'term-missing': '缺少期数，无法计算还款计划',
    'term-out-of-range': '期数应在1到600之间',
    'never-clears': '按最低还款额永远还不清，没有还款计划',
    'too-large': '按这些数字算出的金额超过十万亿元，请核对利率和期数',
  },
  en: {
    'term-missing': 'the number of instalments is missing: there is no schedule to compute',
    'term-out-of-range': 'the number of instalments must be between 1 and 600',
    'never-clears': 'its minimum payment never clears it: there is no schedule',
    'too-large':
      'these numbers lead to more than ten trillion yuan: check the rate and the number of instalments',
  },
}

export const scheduleProblemText = (problem: ScheduleProblem, locale: Locale): string =>
  PROBLEMS[locale][problem]

export const scheduleJson = (loan: Loan, schedule: Schedule) => ({
  loan: loan.id,
  source: schedule.source,
  instalments: schedule.instalments.map((row) => ({
    n: row.n,
    dueOn: row.dueOn,
    principal: formatYuan(row.principal),
    interest: formatYuan(row.interest),
    fees: formatYuan(row.fees),
    payment: formatYuan(row.payment),
    balance: formatYuan(row.balance),
  })),
  totals: {
    principal: formatYuan(sumFen(schedule.instalments.map(({ principal }) => principal))),
    interest: formatYuan(schedule.totalInterest),
    fees: formatYuan(schedule.totalFees),
    payment: formatYuan(schedule.totalPayment),
  },
})

/** The schedule for people. */
export function scheduleText(loan: Loan, schedule: Schedule, locale: Locale): string {
  const words = WORDS[locale]
  const { instalments, totalInterest, totalFees, totalPayment } = schedule
  const principal = sumFen(instalments.map((row) => row.principal))
  return [
    `${loan.id} ${words[schedule.source]}`,
    ...changeLines(loan, schedule, locale),
    '',
    ...textTable(
      words.heads.map((head) => ({ head, align: 'right' as const })),
      [
        ...instalments.map((row) => [
          String(row.n),
          row.dueOn,
          ...[row.principal, row.interest, row.fees, row.payment, row.balance].map((amount) =>
            moneyText(amount, locale),
          ),
        ]),
        [
          '',
          words.total,
          ...[principal, totalInterest, totalFees, totalPayment].map((amount) =>
            moneyText(amount, locale),
          ),
        ],
      ],
    ),
  ].join('\n')
}

/** What changed the rows on the way: rates where they are computed, freezes of interest always. */
function changeLines(loan: Loan, { source }: Schedule, locale: Locale): readonly string[] {
  const words = WORDS[locale]
  const rates = source === 'contract' ? [] : loan.rateChanges
  const freezes = loan.freezes.filter(({ stops }) => stops === 'everything')
  return [
    ...rates.map(({ on, rate }) =>
      words.rateFrom(
        on,
        percentText(nominalAnnual(rate, loan.dayCount === 'actual/365' ? 365 : 360)),
      ),
    ),
    ...freezes.map(({ from, until }) => words.frozen(from, until)),
  ]
}
