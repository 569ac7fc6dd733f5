/** Money at a time: what is received and what is paid have opposite signs. */
export interface TimedFlow {
  /** In periods for a periodic rate, in years for an annual one. */
  readonly t: number
  readonly amount: number
}

/** The flows of an equation, earliest first: one for each time, none of them nothing. */
export interface FlowTerms {
  readonly times: readonly number[]
  readonly amounts: readonly number[]
}

/** Puts flows in order of time, adds up those of one time and leaves out what comes to nothing. */
export function flowTerms(flows: readonly TimedFlow[]): FlowTerms {
  const times: number[] = []
  const amounts: number[] = []
  for (const { t, amount } of inOrder(flows)) {
    const last = times.length - 1
    if (times[last] === t) amounts[last] = (amounts[last] ?? 0) + amount
    else {
      times.push(t)
      amounts.push(amount)
    }
  }
  return amounts.includes(0) ? withoutNothing({ times, amounts }) : { times, amounts }
}

function inOrder(flows: readonly TimedFlow[]): readonly TimedFlow[] {
  for (let n = 1; n < flows.length; n += 1) {
    if ((flows[n - 1]?.t ?? 0) > (flows[n]?.t ?? 0)) return [...flows].sort((a, b) => a.t - b.t)
  }
  return flows
}

const withoutNothing = ({ times, amounts }: FlowTerms): FlowTerms => ({
  times: times.filter((_, n) => amounts[n] !== 0),
  amounts: amounts.filter((amount) => amount !== 0),
})

/** How often the money turns round: the sign changes of the amounts in order of time. */
export function signChanges(amounts: readonly number[]): number {
  let changes = 0
  let before = amounts[0] ?? 0
  for (const amount of amounts) {
    if (amount > 0 !== before > 0) changes += 1
    before = amount
  }
  return changes
}
