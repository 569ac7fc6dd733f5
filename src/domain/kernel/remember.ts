/**
 * The same pure function, which remembers what it gave for an object as long as the object lives.
 * Only for immutable objects: facts are never changed in place, so one object means one answer.
 */
export function rememberByIdentity<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}
