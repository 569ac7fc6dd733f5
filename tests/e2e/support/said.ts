import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './launch-app.ts'

export type Locale = 'zh-CN' | 'en'

/**
 * The app's own words in a language, by message key (`start.ask.lender`), so that one walk goes through both.
 * @throws Error where there is no such message
 */
export function wordsIn(locale: Locale): (key: string) => string {
  return (key) => {
    const [file = '', ...path] = key.split('.')
    const text = readFileSync(join(projectRoot, 'src/i18n', locale, `${file}.json`), 'utf8')
    let found: unknown = JSON.parse(text)
    for (const name of path) found = (found as Record<string, unknown> | undefined)?.[name]
    if (typeof found !== 'string') throw new Error(`no message ${key} in ${locale}`)
    return found
  }
}
