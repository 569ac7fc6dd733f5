import { monthsBetween } from '../kernel/index.ts'
import { askRoute } from './ask-routes.ts'
import { askedOf, changesAnything, CUTS, type AskReach } from './ask-bounds.ts'
import { isAskable, type Debt } from './debt.ts'
import { askedSettlement } from './offer-routes.ts'
import { comingPayDays, firstPayDate } from './pay-dates.ts'
import type { Route } from './route.ts'
import { offersOf, type Ground } from './strategies.ts'

/** Terms that are tried together: the most that is asked, of whom, and by how many months payments may be put off. */
export interface Level extends AskReach {
  readonly asked: readonly Debt[]
  readonly delays: readonly number[]
  /** Everything is to be paid within so many months; null = as long as the terms allow. */
  readonly within: number | null
}

const PAY_DAYS = 24

/** The contracts and the creditors' own offers: nothing is asked. */
export const NOTHING_ASKED: Level = {
  concession: 0,
  cut: null,
  asked: [],
  delays: [],
  within: null,
}

/** The concessions one after another, each with what interest is cut to: the least asked first. */
const STEPS: readonly AskReach[] = [
  { concession: 1, cut: null },
  { concession: 2, cut: null },
  { concession: 3, cut: null },
  ...CUTS.map((cut) => ({ concession: 4, cut }) as const),
  { concession: 5, cut: 'nothing' },
]

/** The levels of each step, the least asked first: by how long payments are put off, then of whom. Steps that ask nothing new are left out. */
export const levelSteps = (debts: readonly Debt[]): readonly (readonly Level[])[] =>
  STEPS.map((step) => levelsOf(step, debts)).filter(({ length }) => length > 0)

function levelsOf({ concession, cut }: AskReach, debts: readonly Debt[]): readonly Level[] {
  const askable = debts.filter(isAskable)
  const late = askable.filter(({ isLate }) => isLate)
  const scopes = (late.length < askable.length ? [late, askable] : [askable]).filter(
    (asked) =>
      asked.length > 0 &&
      (concession !== 4 ||
        changesAnything(
          asked.map(({ bounds }) => bounds),
          { concession, cut },
        )),
  )
  const most = Math.max(0, ...askable.map(({ bounds }) => bounds.delay))
  const waits = Array.from({ length: most + 1 }, (_, n) => n)
  const longest = concession === 1 ? 0 : most
  const shortest = concession === 2 ? 1 : 0
  return waits
    .filter((wait) => wait >= shortest && wait <= longest)
    .flatMap((wait) =>
      scopes.map((asked) => ({
        concession,
        cut,
        asked,
        delays: waits.slice(1, wait + 1),
        within: null,
      })),
    )
}

/** Every loan's ways at a level. */
export const routesAt = (ground: Ground, level: Level): readonly (readonly Route[])[] =>
  ground.debts.map((debt, index) => waysOf(ground, { debt, index, level }))

/** A loan's ways at a level: its contract, its creditor's offers and what is asked for. */
function waysOf(
  { ways, household }: Ground,
  { debt, index, level }: { readonly debt: Debt; readonly index: number; readonly level: Level },
): readonly Route[] {
  const { concession, asked, delays } = level
  const kept = ways[index] ?? []
  const own = [...(concession === 0 ? kept : kept.slice(0, 1)), ...offersOf(debt, household)]
  if (!asked.includes(debt)) return own
  const { on, dayOfMonth } = household
  return [
    ...own,
    // At the last step what may be asked is what the step before allows, and the person's own settlement.
    ...(concession === 5 ? askedSettlement(debt, comingPayDays(dayOfMonth, on, PAY_DAYS)) : []),
    ...[0, ...delays]
      .filter((delay) => delay <= debt.bounds.delay)
      .flatMap((delay) => {
        const asks = askedOf(debt.bounds, { ...level, isPutOff: delay > 0 })
        const firstOn = firstPayDate(dayOfMonth, on, delay)
        const months = monthsFor(debt, level, monthsBetween(on, firstOn))
        return months < 1
          ? []
          : [askRoute(debt, asks, { days: { on, firstOn }, pace: 'free', months })]
      }),
  ]
}

/** How many payments fit: no more than may be asked, none after the last month. */
const monthsFor = ({ bounds }: Debt, { within }: Level, first: number): number =>
  within === null ? bounds.term : Math.min(bounds.term, within - first + 1)
