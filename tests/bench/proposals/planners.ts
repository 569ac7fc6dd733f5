import { createRequire } from 'node:module'
import { debtsOf } from '../../../src/domain/proposal/debt.ts'
import { householdOf } from '../../../src/domain/proposal/household.ts'
import { ground, HEURISTICS } from '../../../src/domain/proposal/strategies.ts'
import { monthsBetween } from '../../../src/domain/kernel/index.ts'
import { caseOf, on, type Portfolio, type Verdict } from './portfolios.ts'

// What is used of these packages is written down here: one has no types for it, the other's do not hold.
const require = createRequire(import.meta.url)

interface TheirLoan {
  readonly id: string
  readonly annualRate: number
}

interface MoneyFunx {
  readonly Loan: new (
    principal: number,
    annualRate: number,
    periodsPerYear: number,
    termInYears: number,
    name: string,
  ) => TheirLoan
  readonly payLoans: (
    loans: readonly TheirLoan[],
    payment: number,
  ) => Readonly<
    Record<
      string,
      {
        readonly lifetimeInterest: number
        readonly amortizationSchedule: readonly {
          readonly principal: number
          readonly interest: number
        }[]
      }
    >
  >
}

interface DebtSnowball {
  readonly snowball: (
    accounts: readonly {
      readonly name: string
      readonly interest: number
      readonly balance: number
      readonly minPayment: number
    }[],
    additional: number,
    strategy: 'avalanche',
  ) => {
    readonly totalInterestPaid: number
    readonly payments: readonly {
      readonly accounts: readonly { readonly paymentAmount: number }[]
    }[]
  }
}

const { snowball } = require('node-debt-snowball') as DebtSnowball

/** Answers for a portfolio, or throws where it can't. */
export type Planner = (portfolio: Portfolio) => Verdict

const ours: Planner = (portfolio) => {
  const facts = caseOf(portfolio)
  const debts = debtsOf(facts, [], on)
  const avalanche = HEURISTICS.find(([strategy]) => strategy === 'avalanche')?.[1]
  const perLoan = avalanche?.(ground(debts, householdOf(facts.budget, on))) ?? null
  if (perLoan === null) throw new Error('refused')
  const paid = perLoan.reduce((sum, { totalPaid }) => sum + totalPaid, 0)
  const owed = portfolio.loans.reduce((sum, { principal }) => sum + principal, 0)
  const months = Math.max(...perLoan.map(({ closes }) => monthsBetween(on, closes ?? on)))
  return { interest: paid - owed, months, used: paid / (portfolio.budget * months) }
}

const moneyfunx =
  ({ Loan, payLoans }: MoneyFunx): Planner =>
  ({ loans, budget }) => {
    const theirs = loans
      .map(
        ({ principal, yearly, months }, at) =>
          new Loan(principal / 100, yearly / 100, 12, months / 12, `l${String(at)}`),
      )
      .sort((a, b) => b.annualRate - a.annualRate)
    const totals = payLoans(theirs, budget / 100)['totals']
    if (totals === undefined) throw new Error('no totals')
    const { lifetimeInterest, amortizationSchedule } = totals
    const paid = amortizationSchedule.reduce((sum, row) => sum + row.principal + row.interest, 0)
    const months = amortizationSchedule.length
    return { interest: lifetimeInterest * 100, months, used: (paid * 100) / (budget * months) }
  }

const debtSnowball: Planner = ({ loans, budget }) => {
  const accounts = loans.map(({ principal, yearly, minimum }, at) => ({
    name: `l${String(at)}`,
    interest: yearly,
    balance: principal / 100,
    minPayment: minimum / 100,
  }))
  const least = loans.reduce((sum, { minimum }) => sum + minimum, 0)
  const { totalInterestPaid, payments } = snowball(accounts, (budget - least) / 100, 'avalanche')
  const paid = payments
    .flatMap((month) => month.accounts)
    .reduce((sum, { paymentAmount }) => sum + paymentAmount, 0)
  const months = payments.length
  return { interest: totalInterestPaid * 100, months, used: (paid * 100) / (budget * months) }
}

/** Every planner by its name; ours first. */
export async function planners(): Promise<readonly (readonly [string, Planner])[]> {
  const theirs = (await import('moneyfunx')) as unknown as MoneyFunx & {
    readonly default: MoneyFunx
  }
  return [
    ['ours', ours],
    ['moneyfunx', moneyfunx(theirs.default)],
    ['node-debt-snowball', debtSnowball],
  ]
}
