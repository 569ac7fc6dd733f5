import type { Locale } from '../../domain/case/index.ts'
import type { CaseContext } from '../command.ts'
import { advanceMessage } from './advance-words.ts'
import { citationText } from './citation-text.ts'
import type { Diagnosis, LoanDiagnosis } from './diagnosis.ts'
import { moneyText, percentText, textTable } from './text-table.ts'

const WORDS = {
  'zh-CN': {
    on: '截至',
    loan: '借款',
    creditor: '债权人',
    late: '逾期天数',
    stage: '阶段',
    owed: '现欠',
    arrears: '已到期未还',
    simple: '年化（单利）',
    effective: '年化（复利）',
    total: '合计',
    contractual: '合同下一期应还合计',
    income: '月均收入',
    essential: '基本生活支出',
    other: '其他支出',
    disposable: '结余',
    affordable: '每月可用于还债',
    findings: '需要留意',
    excess: '按此标准多出',
    colon: '：',
  },
  en: {
    on: 'On',
    loan: 'loan',
    creditor: 'creditor',
    late: 'days late',
    stage: 'stage',
    owed: 'owed now',
    arrears: 'due and unpaid',
    simple: 'yearly (simple)',
    effective: 'yearly (effective)',
    total: 'total',
    contractual: 'next contractual payments together',
    income: 'monthly income',
    essential: 'essential spending',
    other: 'other spending',
    disposable: 'left over',
    affordable: 'affordable for debts each month',
    findings: 'Worth a look',
    excess: 'above it so far',
    colon: ': ',
  },
} as const

/** The diagnosis for people. */
export function diagnosisText(
  { on, locale }: Pick<CaseContext, 'on' | 'locale'>,
  diagnosis: Diagnosis,
): string {
  const words = WORDS[locale]
  const { budget, totals } = diagnosis
  const line = (label: string, amount: Parameters<typeof moneyText>[0]) =>
    `${label}${words.colon}${moneyText(amount, locale)}`
  return [
    `${words.on} ${on}`,
    '',
    ...loanTable(diagnosis, locale),
    '',
    line(words.contractual, totals.contractualMonthly),
    line(words.income, budget.monthlyIncome),
    line(words.essential, budget.monthlyEssential),
    line(words.other, budget.monthlyOther),
    line(words.disposable, budget.disposable),
    line(words.affordable, budget.affordable),
    ...findingLines(diagnosis, locale),
  ].join('\n')
}

function loanTable({ loans, totals }: Diagnosis, locale: Locale): readonly string[] {
  const words = WORDS[locale]
  const heads = [words.late, words.stage, words.owed, words.arrears, words.simple, words.effective]
  return textTable(
    [
      { head: words.loan },
      { head: words.creditor },
      ...heads.map((head) => ({ head, align: 'right' as const })),
    ],
    [
      ...loans.map(({ loan, creditor, state, cost }) => [
        loan.id,
        creditor?.name ?? '',
        String(state.overdueDays),
        state.stage,
        moneyText(state.owedNow, locale),
        moneyText(state.arrears, locale),
        percentText(cost.simpleAnnual),
        percentText(cost.effectiveAnnual),
      ]),
      [
        words.total,
        '',
        '',
        '',
        moneyText(totals.owedNow, locale),
        moneyText(totals.arrears, locale),
      ],
    ],
  )
}

function findingLines({ loans }: Diagnosis, locale: Locale): readonly string[] {
  const lines = loans.flatMap((each) => [
    ...limitLines(each, locale),
    ...advanceLines(each, locale),
  ])
  return lines.length === 0 ? [] : ['', WORDS[locale].findings, ...lines]
}

const limitLines = ({ loan, limits }: LoanDiagnosis, locale: Locale): readonly string[] =>
  limits
    .filter(({ status }) => status === 'above')
    .flatMap(({ rule, excess }) => [
      `- ${loan.id} ${rule.title[locale]}`,
      ...(excess > 0
        ? [`  ${WORDS[locale].excess}${WORDS[locale].colon}${moneyText(excess, locale)}`]
        : []),
      `  ${rule.consequence[locale]}`,
      `  ${citationText(rule.citation, locale)}`,
    ])

const advanceLines = (
  { loan, state, advance }: LoanDiagnosis,
  locale: Locale,
): readonly string[] =>
  advance === null
    ? []
    : [
        `- ${loan.id} ${advance.right.title[locale]}`,
        `  ${advanceMessage(advance, state.owedNow, locale)}`,
        `  ${citationText(advance.right.citation, locale)}`,
      ]
