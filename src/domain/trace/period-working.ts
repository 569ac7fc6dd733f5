import type { Loan } from '../case/index.ts'
import { dayNumber, daysBetween, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import {
  annualRate,
  bearingDays,
  buildSchedule,
  hasOwnRows,
  interestDays,
  interestUntil,
  isRevolving,
  minimumDue,
  periodInterest,
  rateStretches,
  wholeMonths,
  yearDays,
  type Instalment,
  type Period,
} from '../loan/index.ts'
import { inFen, over, overRows, times, type Formula } from './formula.ts'
import type { TraceName } from './names.ts'
import type { TraceList } from './types.ts'
import { days, input, joined, money, months, ratio, working, type Working } from './values.ts'

/** A period of a schedule: its days, what was owed before it, and its row. */
export interface TracedPeriod extends Period {
  readonly loan: Loan
  readonly index: number
  readonly row: Instalment
  readonly balance: Fen
}

/** The period that an instalment closes (0-based); null where there is no such row. */
export function tracedPeriod(loan: Loan, index: number): TracedPeriod | null {
  const schedule = buildSchedule(loan)
  const rows = schedule.ok ? schedule.value.instalments : []
  const row = rows[index]
  if (row === undefined) return null
  const before = rows[index - 1]
  const from = before?.dueOn ?? loan.disbursedOn
  return { loan, index, row, from, to: row.dueOn, balance: before?.balance ?? loan.principal }
}

/** The whole interest of a period under `name`: a step that is reckoned, or what the contract writes. */
export function wholeInterest(period: TracedPeriod, name: TraceName): Working {
  const whole = wholeOf(period)
  const value = money(whole)
  if (!isReckoned(period)) return working({ inputs: [input(name, value)] })
  const base = baseOf(period)
  const baseName = isFlat(period) ? 'principal' : 'balance'
  const inputs = [input(baseName, money(base))]
  const stretches = rateStretches(period.loan, period.from, period.to)
  const [only] = stretches
  if (stretches.length > 1 || only === undefined) {
    const { list, formula } = byStretch(period, baseName)
    return working({ inputs, lists: [list], steps: [{ name, formula, value }] })
  }
  const { dayCount } = period.loan
  const rate = input('yearly-rate', ratio(annualRate(only.rate, dayCount), 'year'))
  const counted = monthsCounted(period)
  if (counted === null) {
    const gone = Math.max(0, interestDays(dayCount, period.from, period.to))
    const formula = inFen(over(times(baseName, 'yearly-rate', 'days'), 'year-days'))
    const terms = [input('days', days(gone)), input('year-days', days(yearDays(dayCount)))]
    return working({ inputs: [...inputs, rate, ...terms], steps: [{ name, formula, value }] })
  }
  const formula =
    counted === 1
      ? inFen(over(times(baseName, 'yearly-rate'), 12))
      : inFen(over(times(baseName, 'yearly-rate', 'months'), 12))
  const terms = counted === 1 ? [] : [input('months', months(counted))]
  return working({ inputs: [...inputs, rate, ...terms], steps: [{ name, formula, value }] })
}

/** Each stretch of one rate, rounded on its own and added up (分段计息). */
function byStretch(
  { loan, from, to, index }: TracedPeriod,
  base: TraceName,
): { readonly list: TraceList; readonly formula: Formula } {
  const counted = monthsCounted({ loan, from, to, index })
  const whole = Math.max(1, daysBetween(from, to))
  const rows = rateStretches(loan, from, to).map((stretch) => ({
    from: { unit: 'date', on: stretch.from } as const,
    rate: ratio(annualRate(stretch.rate, loan.dayCount), 'year'),
    days: days(
      counted === null
        ? Math.max(0, interestDays(loan.dayCount, stretch.from, stretch.to))
        : daysBetween(stretch.from, stretch.to),
    ),
    'year-days': days(yearDays(loan.dayCount)),
    months: months(counted ?? 0),
    'period-days': days(whole),
  }))
  const byDays = over(times(base, 'rate', 'days'), 'year-days')
  const byMonths = over(times(base, 'rate', 'months', 'days'), times(12, 'period-days'))
  const columns = ['from', 'rate', 'days'] as const
  return {
    list: {
      name: 'stretches',
      columns: [
        ...columns,
        ...(counted === null ? (['year-days'] as const) : (['months', 'period-days'] as const)),
      ],
      rows,
    },
    formula: overRows('stretches', inFen(counted === null ? byDays : byMonths)),
  }
}

/**
 * What of a period's interest is borne by a day: all of it, or by its days (a freeze takes days off;
 * Civil Code art. 677 for a period that is not over). The result stands under `name`.
 */
export function borneInterest(
  period: TracedPeriod,
  on: CalendarDate,
  name: TraceName,
): { readonly working: Working; readonly value: Fen } {
  const { loan, from, to, row } = period
  const whole = wholeOf(period)
  if (isWholeBy(period, on)) return { working: wholeInterest(period, name), value: whole }
  const value = isRevolving(loan) ? row.interest : interestUntil(loan, whole, { from, to, on })
  const last = on < to ? on : to
  const { working: pieces, formula } = isWeighed(period)
    ? byWeight(period, last)
    : byDaysGone(period, last)
  const before = wholeInterest(period, 'period-interest')
  return {
    working: joined(before, pieces, working({ steps: [{ name, formula, value: money(value) }] })),
    value,
  }
}

/** Whether nothing is taken off a period's interest by a day. */
const isWholeBy = (period: TracedPeriod, on: CalendarDate): boolean =>
  period.to <= period.from ||
  isFree(period) ||
  (on >= period.to && period.loan.freezes.length === 0)

/** Whether the rate changes on the way, so that a day counts by the rate it bears. */
const isWeighed = (period: TracedPeriod): boolean =>
  isReckoned(period) &&
  !isRevolving(period.loan) &&
  rateStretches(period.loan, period.from, period.to).length > 1 &&
  wholeOf(period) > 0

function byDaysGone(
  { loan, from, to }: TracedPeriod,
  last: CalendarDate,
): { readonly working: Working; readonly formula: Formula } {
  const [start, end] = [dayNumber(from), dayNumber(last)]
  const inputs = [
    input('days-gone', days(bearingDays(loan, { start, end }))),
    input('period-days', days(dayNumber(to) - start)),
  ]
  const formula = inFen(over(times('period-interest', 'days-gone'), 'period-days'))
  return { working: working({ inputs }), formula }
}

/** Days by the rate that each of them bears. */
function byWeight(
  { loan, from, to }: TracedPeriod,
  last: CalendarDate,
): { readonly working: Working; readonly formula: Formula } {
  const rows = rateStretches(loan, from, to).map((stretch) => {
    const end = stretch.to < last ? stretch.to : last
    const span = { start: dayNumber(stretch.from), end: dayNumber(end) }
    return {
      from: { unit: 'date', on: stretch.from } as const,
      rate: ratio(annualRate(stretch.rate, loan.dayCount), 'year'),
      'bearing-days': days(bearingDays(loan, span)),
      'period-days': days(daysBetween(stretch.from, stretch.to)),
    }
  })
  const columns = ['from', 'rate', 'bearing-days', 'period-days'] as const
  const formula = inFen(
    over(
      times('period-interest', overRows('weights', times('rate', 'bearing-days'))),
      overRows('weights', times('rate', 'period-days')),
    ),
  )
  return { working: working({ lists: [{ name: 'weights', columns, rows }] }), formula }
}

/** Whether the interest follows from the terms, and is no row of the contract nor an interest-free first time. */
const isReckoned = (period: TracedPeriod): boolean => !hasOwnRows(period.loan) && !isFree(period)

/** A balance that its first minimum clears bears no interest. */
const isFree = ({ loan, index }: TracedPeriod): boolean =>
  isRevolving(loan) && index === 0 && minimumDue(loan, loan.principal) === loan.principal

const isFlat = ({ loan }: TracedPeriod): boolean => loan.method === 'flat-rate'

const baseOf = (period: TracedPeriod): Fen =>
  isFlat(period) ? period.loan.principal : period.balance

/** The interest of a period without any freeze. */
export function wholeOf(period: TracedPeriod): Fen {
  const { loan, from, to, index } = period
  if (isFree(period)) return ZERO_FEN
  if (hasOwnRows(loan)) return loan.schedule?.[index]?.interest ?? ZERO_FEN
  return periodInterest(loan, baseOf(period), { from, to, months: monthsCounted(period) })
}

/** How many months the contract counts for a period; null where it counts days. */
function monthsCounted({
  loan,
  from,
  to,
  index,
}: Pick<TracedPeriod, 'loan' | 'from' | 'to' | 'index'>): number | null {
  if (loan.method === 'flat-rate') return 1
  if (isRevolving(loan)) return null
  if (index === 0) return wholeMonths(loan, from, to)
  return loan.dayCount === '30/360' ? 1 : null
}
