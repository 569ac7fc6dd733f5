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
export const flowTerms = (flows: readonly TimedFlow[]): FlowTerms =>
  termsOf({ times: flows.map(({ t }) => t), amounts: flows.map(({ amount }) => amount) })

/** The same for times and amounts side by side; in order already, they are taken as they are. */
export function termsOf(flows: FlowTerms): FlowTerms {
  const { times, amounts } = flows
  for (let n = 0; n < times.length; n += 1) {
    const isAfter = n === 0 || (times[n - 1] ?? 0) < (times[n] ?? 0)
    if (!isAfter || amounts[n] === 0) return putInOrder(flows)
  }
  return flows
}

function putInOrder({ times, amounts }: FlowTerms): FlowTerms {
  const sums = new Map<number, number>()
  times.forEach((t, n) => sums.set(t, (sums.get(t) ?? 0) + (amounts[n] ?? 0)))
  const terms = [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a - b)
  return { times: terms.map(([t]) => t), amounts: terms.map(([, sum]) => sum) }
}

/** How often the money turns round: the sign changes of the amounts in order of time. */
export function signChanges(amounts: readonly number[]): number {
  let changes = 0
  for (let n = 1; n < amounts.length; n += 1) {
    if ((amounts[n] ?? 0) > 0 !== (amounts[n - 1] ?? 0) > 0) changes += 1
  }
  return changes
}
