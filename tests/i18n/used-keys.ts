import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export interface UsedKeys {
  /** Keys written out in a call for a message, with the file that asks. */
  readonly asked: readonly { readonly key: string; readonly file: string }[]
  /** Keys put together from a fixed beginning and a value: ``t(`shared.stage.${stage}`)``. */
  readonly families: readonly { readonly pattern: RegExp; readonly file: string }[]
  /** Every text in quotes: a key may be kept in a table before it is asked for. */
  readonly quoted: ReadonlySet<string>
}

/** `t('…')`, `$t('…')`, `te('…')` and `keypath="…"`. */
const CALL = /(?:\bt|\$t|\bte)\(\s*(['"])([^'"\n]+)\1|\bkeypath="([^"\n]+)"/g
const FAMILY_CALL = /(?:\bt|\$t|\bte)\(\s*`([^`]*\$\{[^`]*)`/g
const TEMPLATE = /`([a-z][\w-]*\.[^`\s]*\$\{[^`\s]*)`/g
const QUOTED = /(['"`])([a-z][\w-]*(?:\.[\w+-]+)+)\1/g

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

function familyOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map(escaped)
  return new RegExp(`^${parts.join('[^.]+')}$`)
}

/** What a text of code asks for. */
export function usedIn(text: string, file: string): UsedKeys {
  const calls = [...text.matchAll(CALL)].map((match) => ({ key: (match[2] ?? match[3])!, file }))
  const templates = [...text.matchAll(FAMILY_CALL), ...text.matchAll(TEMPLATE)]
  return {
    asked: calls,
    families: templates.map((match) => ({ pattern: familyOf(match[1]!), file })),
    quoted: new Set([...text.matchAll(QUOTED)].map((match) => match[2]!)),
  }
}

/** What the whole app asks for. */
export function usedKeys(): UsedKeys {
  const each = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name) && !name.startsWith('domain'))
    .map((name) => usedIn(readFileSync(path.join(root, 'src', name), 'utf8'), name))
  return {
    asked: each.flatMap((used) => used.asked),
    families: each.flatMap((used) => used.families),
    quoted: new Set(each.flatMap((used) => [...used.quoted])),
  }
}
