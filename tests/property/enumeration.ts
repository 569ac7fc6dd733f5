/** A credit with a fixed minimum, and perhaps a sum for which its creditor would let it go. */
export interface SmallLoan {
  readonly principal: number
  /** Percent a year. */
  readonly yearly: number
  readonly minimum: number
  readonly settlement: { readonly amount: number; readonly lastMonth: number } | null
}

const MONTHS = 120

/** The month in which a loan is settled; null = it is paid off as agreed. */
type Choice = number | null

/**
 * The least total by trying everything: each loan kept or settled in each month up to its deadline, and
 * each order in which spare money may go to the loans. Nothing is rounded. Null where nothing can be kept.
 * It shares no code with the engine.
 */
export function cheapestByEnumeration(loans: readonly SmallLoan[], monthly: number): number | null {
  let cheapest: number | null = null
  for (const choice of product(loans.map(choicesOf))) {
    for (const order of permutations(loans.map((_, index) => index))) {
      const total = totalOf({ loans, choice, order, monthly })
      if (total !== null && (cheapest === null || total < cheapest)) cheapest = total
    }
  }
  return cheapest
}

const choicesOf = ({ settlement }: SmallLoan): readonly Choice[] => [
  null,
  ...Array.from({ length: settlement?.lastMonth ?? 0 }, (_, month) => month + 1),
]

interface Plan {
  readonly loans: readonly SmallLoan[]
  readonly choice: readonly Choice[]
  readonly order: readonly number[]
  readonly monthly: number
}

function totalOf(plan: Plan): number | null {
  const { loans, choice, order, monthly } = plan
  const owed = loans.map(({ principal }) => principal)
  let [cash, total] = [0, 0]
  for (let month = 1; month <= MONTHS; month += 1) {
    cash += monthly
    if (spareAfter(plan, { month, cash, owed, begun: false }) < -TINY) return null
    for (const [index, paid] of leastIn(plan, month, owed).entries()) {
      cash -= paid
      total += paid
      owed[index] = after(plan, { month, index, owed, paid })
    }
    for (const index of order) {
      if (choice[index] !== null) continue
      const paid = mostFor(plan, index, { month, cash, owed })
      cash -= paid
      total += paid
      owed[index] = (owed[index] ?? 0) - paid
    }
    if (owed.every((left) => left < 1e-6)) return total
  }
  return null
}

/** Minimums and settlements of a month. */
const leastIn = ({ loans, choice }: Plan, month: number, owed: readonly number[]): number[] =>
  loans.map(({ minimum, settlement, yearly }, index) => {
    const settledIn = choice[index] ?? null
    if (settledIn !== null && month === settledIn) return settlement?.amount ?? 0
    if (settledIn !== null && month > settledIn) return 0
    return Math.min(minimum, (owed[index] ?? 0) * (1 + yearly / 1200))
  })

function after(
  { loans, choice }: Plan,
  {
    month,
    index,
    owed,
    paid,
  }: { month: number; index: number; owed: readonly number[]; paid: number },
): number {
  const settledIn = choice[index] ?? null
  if (settledIn !== null && month >= settledIn) return 0
  return (owed[index] ?? 0) * (1 + (loans[index]?.yearly ?? 0) / 1200) - paid
}

/** The most that can go to a loan now so that every later minimum and settlement can still be paid: all of it, or what a search by halves finds. */
function mostFor(plan: Plan, index: number, now: Now): number {
  const whole = Math.min(now.cash, now.owed[index] ?? 0)
  const canPay = (amount: number): boolean => {
    const owed = now.owed.map((each, other) => (other === index ? each - amount : each))
    return spareAfter(plan, { ...now, cash: now.cash - amount, owed, begun: true }) >= -TINY
  }
  if (canPay(whole)) return whole
  let [low, high] = [0, whole]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    if (canPay(middle)) low = middle
    else high = middle
  }
  return low
}

const TINY = 1e-6

interface Now {
  readonly month: number
  readonly cash: number
  readonly owed: readonly number[]
}

/** The least cash at any later time when only minimums and settlements are paid; `begun`: this month's are paid already. */
function spareAfter(plan: Plan, from: Now & { readonly begun: boolean }): number {
  let owed = [...from.owed]
  let [cash, spare] = [from.cash, from.cash]
  for (let month = from.begun ? from.month + 1 : from.month; month <= MONTHS; month += 1) {
    if (month > from.month) cash += plan.monthly
    const least = leastIn(plan, month, owed)
    const paid = least.reduce((sum, each) => sum + each, 0)
    if (paid === 0) break
    cash -= paid
    spare = Math.min(spare, cash)
    owed = least.map((each, index) => after(plan, { month, index, owed, paid: each }))
  }
  return spare
}

function product<Value>(lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return lists.reduce<readonly (readonly Value[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  )
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  )
}
