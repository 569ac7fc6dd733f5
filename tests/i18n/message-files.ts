import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export const locales = ['zh-CN', 'en'] as const
export type TestedLocale = (typeof locales)[number]

type Nested = string | { readonly [key: string]: Nested }

/** The message files of a language, by name. */
export function messageFiles(locale: TestedLocale): string[] {
  return readdirSync(path.join(root, 'src/i18n', locale))
    .filter((name) => name.endsWith('.json'))
    .sort()
}

function flattened(prefix: string, node: Nested): [string, string][] {
  if (typeof node === 'string') return [[prefix, node]]
  return Object.entries(node).flatMap(([key, child]) => flattened(`${prefix}.${key}`, child))
}

/** Every message of a language under its full key: `debts.form.title`. */
export function messagesOf(locale: TestedLocale): Map<string, string> {
  return new Map(
    messageFiles(locale).flatMap((name) => {
      const text = readFileSync(path.join(root, 'src/i18n', locale, name), 'utf8')
      return flattened(path.basename(name, '.json'), JSON.parse(text) as Nested)
    }),
  )
}

/** The names that a message leaves open: `{amount}`, but not the literal `{'@'}`. */
export function placeholdersOf(message: string): string[] {
  const names = [...message.matchAll(/\{\s*([A-Za-z_]\w*|\d+)\s*\}/g)].map((match) => match[1]!)
  return [...new Set(names)].sort()
}
