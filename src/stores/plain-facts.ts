import { toRaw } from 'vue'

/**
 * The same value without Vue's proxies, at any depth: facts are plain, or no worker and no database
 * could be given them. What holds no proxy is handed back as it is, so that whatever is remembered
 * for an object still is. What it shares with the plain value of before is not looked through again.
 */
export function plainFacts<Value>(value: Value, before?: unknown): Value {
  const raw = toRaw(value)
  if (raw === before || raw === null || typeof raw !== 'object') return raw
  if (Array.isArray(raw)) {
    const members: readonly unknown[] = raw
    const known: readonly unknown[] = Array.isArray(before) ? before : []
    const plain = members.map((member, at) => plainFacts(member, known[at]))
    return plain.every((member, at) => member === members[at]) ? raw : (plain as Value)
  }
  const known = new Map<string, unknown>(Object.entries(before ?? {}))
  const fields = Object.entries(raw)
  const plain = fields.map(([name, field]): [string, unknown] => [
    name,
    plainFacts(field, known.get(name)),
  ])
  const isPlain = plain.every(([, field], at) => field === fields[at]?.[1])
  return isPlain ? raw : (Object.fromEntries(plain) as Value)
}
