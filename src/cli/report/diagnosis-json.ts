import type { Locale } from '../../domain/case/index.ts'
import type { LimitFinding } from '../../domain/cost/index.ts'
import type { StatementCheck } from '../../domain/diagnosis/index.ts'
import { formatYuan } from '../../domain/kernel/index.ts'
import type { CaseContext } from '../command.ts'
import { advanceMessage } from './advance-words.ts'
import { citationText } from './citation-text.ts'
import { limitText, rateText } from './decimal-text.ts'
import type { Diagnosis, LoanDiagnosis } from './diagnosis.ts'

/** The diagnosis in the published shape of `diagnose --json`. */
export function diagnosisJson(
  { facts, on, locale }: Pick<CaseContext, 'facts' | 'on' | 'locale'>,
  { loans, budget, totals }: Diagnosis,
) {
  return {
    on,
    jurisdiction: facts.jurisdiction,
    loans: loans.map((each) => loanJson(each, locale)),
    budget: {
      monthlyIncome: formatYuan(budget.monthlyIncome),
      monthlyEssential: formatYuan(budget.monthlyEssential),
      monthlyOther: formatYuan(budget.monthlyOther),
      disposable: formatYuan(budget.disposable),
      affordable: formatYuan(budget.affordable),
    },
    totals: {
      owedNow: formatYuan(totals.owedNow),
      principal: formatYuan(totals.principal),
      arrears: formatYuan(totals.arrears),
      contractualMonthly: formatYuan(totals.contractualMonthly),
    },
    findings: loans.flatMap((each) => findingsJson(each, locale)),
  }
}

const loanJson = (
  { loan, state, cost, limits, statements, advance }: LoanDiagnosis,
  locale: Locale,
) => ({
  id: loan.id,
  overdueDays: state.overdueDays,
  stage: state.stage,
  principalOutstanding: formatYuan(state.principalOutstanding),
  interestOwed: formatYuan(state.interestOwed),
  penaltyOwed: formatYuan(state.penaltyOwed),
  feesOwed: formatYuan(state.feesOwed),
  owedNow: formatYuan(state.owedNow),
  arrears: formatYuan(state.arrears),
  cost: {
    nominalAnnual: rateText(cost.nominalAnnual),
    simpleAnnual: rateText(cost.simpleAnnual),
    effectiveAnnual: rateText(cost.effectiveAnnual),
  },
  limits: limits.map((finding) => limitJson(finding, locale)),
  // Beyond the published shape, and only where a statement was entered.
  ...(statements.length === 0 ? {} : { statements: statements.map(statementJson) }),
  ...(advance === null
    ? {}
    : {
        takenInAdvance: {
          amount: formatYuan(advance.taken.amount),
          owedOnReceived: formatYuan(advance.taken.owedOnReceived),
        },
      }),
})

const statementJson = ({ statement, verdict, lines, reasons }: StatementCheck) => ({
  id: statement.id,
  on: statement.on,
  verdict,
  lines: lines.map(({ part, claimed, contract, difference }) => ({
    part,
    claimed: claimed === null ? null : formatYuan(claimed),
    contract: formatYuan(contract),
    difference: difference === null ? null : formatYuan(difference),
  })),
  reasons: reasons.map((reason) =>
    'amount' in reason ? { ...reason, amount: formatYuan(reason.amount) } : reason,
  ),
})

const limitJson = ({ rule, limit, status, excess }: LimitFinding, locale: Locale) => ({
  rule: rule.id,
  limit: limitText(limit),
  status,
  excess: formatYuan(excess),
  citation: citationText(rule.citation, locale),
})

/** A loan above a limit, and interest kept back, with what follows from it in careful words. */
const findingsJson = (diagnosis: LoanDiagnosis, locale: Locale) => [
  ...diagnosis.limits
    .filter(({ status }) => status === 'above')
    .map(({ rule }) => ({
      rule: rule.id,
      loan: diagnosis.loan.id,
      severity: rule.binding ? 'warn' : 'info',
      message: `${rule.title[locale]}${locale === 'zh-CN' ? '。' : '. '}${rule.consequence[locale]}`,
      citation: citationText(rule.citation, locale),
    })),
  ...advanceJson(diagnosis, locale),
]

const advanceJson = ({ loan, state, advance }: LoanDiagnosis, locale: Locale) =>
  advance === null
    ? []
    : [
        {
          rule: advance.right.id,
          loan: loan.id,
          severity: 'warn',
          message: advanceMessage(advance, state.owedNow, locale),
          citation: citationText(advance.right.citation, locale),
        },
      ]
