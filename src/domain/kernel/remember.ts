/** How many objects are remembered at least, unless told otherwise; twice as many at most. */
const KEPT = 128

/**
 * The same pure function, which remembers what it gave for the last hundred objects or two.
 * Only for immutable objects: facts are never changed in place, so one object means one answer.
 * What is neither asked for again nor among the latest is let go. (A WeakMap would let go sooner,
 * yet every throw-away copy of a loan in it makes the garbage collector's work several times longer.)
 * Where an answer is large and soon of no use, fewer are `kept`.
 */
export function rememberByIdentity<Key extends object, Value>(
  compute: (key: Key) => Value,
  kept = KEPT,
): (key: Key) => Value {
  let [latest, before] = [new Map<Key, Value>(), new Map<Key, Value>()]
  return (key) => {
    const known = latest.get(key)
    if (known !== undefined) return known
    const value = before.get(key) ?? compute(key)
    if (latest.size >= kept) [latest, before] = [new Map<Key, Value>(), latest]
    latest.set(key, value)
    return value
  }
}

/** The same pure function of two values, which remembers what it gave for each pair of them, as long as it is kept itself. */
export function rememberByPair<One, Other, Value>(
  compute: (one: One, other: Other) => Value,
): (one: One, other: Other) => Value {
  const known = new Map<One, Map<Other, Value>>()
  return (one, other) => {
    const ofOne = known.get(one) ?? new Map<Other, Value>()
    const before = ofOne.get(other)
    if (before !== undefined) return before
    const value = compute(one, other)
    known.set(one, ofOne.set(other, value))
    return value
  }
}
