import { warningAt, type CaseWarning, type Path } from '../problem.ts'

/** Warns of every field that a decoded record carries without knowing it, at every level. */
export function unknownFields(decoded: unknown, path: Path = []): CaseWarning[] {
  if (typeof decoded !== 'object' || decoded === null) return []
  if (Array.isArray(decoded))
    return decoded.flatMap((member: unknown, index) => unknownFields(member, [...path, index]))
  return Object.entries(decoded).flatMap(([name, value]: [string, unknown]) =>
    name === 'extra' ? carriedNames(value, path) : unknownFields(value, [...path, name]),
  )
}

/** `$schema` names the published schema for editors: it is carried, and nobody needs to hear of it. */
const carriedNames = (extra: unknown, path: Path): CaseWarning[] =>
  Object.keys(extra ?? {})
    .filter((name) => path.length > 0 || name !== '$schema')
    .map((name) => warningAt([...path, name], 'unknown-field'))
