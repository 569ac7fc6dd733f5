import { defineStore } from 'pinia'
import { computed } from 'vue'
import { budgetMonths as monthsOf, monthlyBudget } from '../domain/budget/index.ts'
import type { Case, Loan } from '../domain/case/index.ts'
import { checkLog, readLog, type ConductFacts } from '../domain/conduct/index.ts'
import { checkLimits, loanCost } from '../domain/cost/index.ts'
import { sumFen, type Fen } from '../domain/kernel/index.ts'
import { buildSchedule, replayLoan } from '../domain/loan/index.ts'
import { planProgress as progressOf } from '../domain/plan/index.ts'
import type { Pack } from '../packs/index.ts'
import { useCaseStore } from './case-store.ts'
import { useDayStore } from './day-store.ts'
import { useServices } from './services.ts'

/** How many months of the household's budget are shown ahead. */
const MONTHS_AHEAD = 12

/** All loans together. */
export interface CaseTotals {
  readonly owedNow: Fen
  readonly principal: Fen
  readonly arrears: Fen
  /** What the contracts ask for on their next due dates. */
  readonly contractualMonthly: Fen
}

/**
 * Everything that is computed from the facts, each figure only when somebody looks at it. Maps are
 * keyed by loan id. Without a case: empty maps and null.
 */
export const useFiguresStore = defineStore('figures', () => {
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()

  const loans = computed<readonly Loan[]>(() => cases.facts?.loans ?? [])
  const perLoan = <Figure>(figure: (loan: Loan) => Figure): ReadonlyMap<string, Figure> =>
    new Map(loans.value.map((loan) => [loan.id, figure(loan)]))
  const ofCase = <Figure>(figure: (facts: Case) => Figure): Figure | null =>
    cases.facts === null ? null : figure(cases.facts)

  const schedules = computed(() => perLoan(buildSchedule))
  const states = computed(() => {
    const payments = cases.facts?.payments ?? []
    return perLoan((loan) => replayLoan(loan, payments, days.day))
  })
  const costs = computed(() => perLoan(loanCost))
  const limits = computed(() => {
    const creditors = new Map(cases.facts?.creditors.map((creditor) => [creditor.id, creditor]))
    const payments = cases.facts?.payments ?? []
    const held = { limits: pack.limits, lpr: pack.lpr, payments, on: days.day }
    return perLoan((loan) => {
      const creditor = creditors.get(loan.creditor)
      return creditor === undefined ? [] : checkLimits(loan, creditor, held)
    })
  })

  /** What is owed on each loan, in the case's order. */
  const owedToday = computed(
    () => new Map([...states.value].map(([loan, { owedNow }]) => [loan, owedNow])),
  )
  const totals = computed<CaseTotals>(() => {
    const all = [...states.value.values()]
    return {
      owedNow: sumFen(all.map(({ owedNow }) => owedNow)),
      principal: sumFen(all.map(({ principalOutstanding }) => principalOutstanding)),
      arrears: sumFen(all.map(({ arrears }) => arrears)),
      contractualMonthly: sumFen(
        all.flatMap(({ nextDue }) => (nextDue === null ? [] : [nextDue.payment])),
      ),
    }
  })

  return {
    schedules,
    states,
    costs,
    limits,
    owedToday,
    totals,
    budget: computed(() => ofCase(({ budget }) => monthlyBudget(budget, days.day))),
    budgetMonths: computed(
      () => ofCase(({ budget }) => monthsOf(budget, days.day, MONTHS_AHEAD)) ?? [],
    ),
    planProgress: computed(() => ofCase((facts) => progressOf(facts, days.day))),
    ...conductFigures(pack),
  }
})

/** The contact log and what it shows. */
function conductFigures(pack: Pack) {
  const cases = useCaseStore()
  const days = useDayStore()
  // A long log is not held against the rules again where something else of the case changed.
  const facts = computed<ConductFacts | null>((before) => {
    const now = cases.facts
    return now === null || !isJudgedAlike(before ?? null, now) ? now : (before ?? null)
  })
  const contactLog = computed(() =>
    facts.value === null ? null : readLog(facts.value, pack.meta.utcOffset),
  )
  const conduct = computed(() =>
    contactLog.value === null
      ? []
      : checkLog(contactLog.value, { rules: pack.conduct, on: days.day }),
  )
  return {
    /** The contact log on the jurisdiction's clock, in the order of time; null without a case. */
    contactLog,
    /** What the contact log shows against the pack's conduct rules, up to the day. */
    conduct,
  }
}

/** Whether two cases have the very facts in common that conduct is judged by. */
const isJudgedAlike = (one: ConductFacts | null, other: ConductFacts): boolean =>
  one !== null &&
  one.contacts === other.contacts &&
  one.creditors === other.creditors &&
  one.loans === other.loans &&
  one.payments === other.payments &&
  one.plan === other.plan &&
  one.people === other.people
