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
  let [before, after] = [index - 1, index + 1]
  while (before >= 0 && kept[before] === null) before -= 1
  while (after < kept.length && kept[after] === null) after += 1
  const [low, high] = [kept[before] ?? null, kept[after] ?? null]
  if (low === null && high === null) return index
  if (low === null) return (high ?? 0) - (after - index)
  if (high === null) return low + (index - before)
  return low + ((high - low) * (index - before)) / (after - before)
}
