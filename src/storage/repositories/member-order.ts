/**
 * Order numbers for ids in their new sequence. Those that have one keep it where the sequence
 * allows, so that adding or removing one member rewrites no other row; after a move all are
 * numbered anew.
 */
export function memberOrders(
  ids: readonly string[],
  known: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const kept = ids.map((id) => known.get(id) ?? null)
  const orders = kept.map((order, index) => order ?? orderBetween(kept, index))
  const rises = orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? order))
  return new Map(ids.map((id, index) => [id, rises ? (orders[index] ?? index) : index]))
}

/** An order for a new member: spread evenly between its kept neighbours, or one step apart at the ends. */
function orderBetween(kept: readonly (number | null)[], index: number): number {
  const before = kept.findLastIndex((order, at) => at < index && order !== null)
  const after = kept.findIndex((order, at) => at > index && order !== null)
  const [low, high] = [kept[before] ?? null, kept[after] ?? null]
  if (low !== null && high !== null) {
    return low + ((high - low) * (index - before)) / (after - before)
  }
  if (low !== null) return low + (index - before)
  return high === null ? index : high - (after - index)
}
