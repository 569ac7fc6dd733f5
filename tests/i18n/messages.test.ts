import { describe, expect, it } from 'vitest'
import { locales, messageFiles, messagesOf, placeholdersOf } from './message-files.ts'
import { usedIn, usedKeys } from './used-keys.ts'

const chinese = messagesOf('zh-CN')
const english = messagesOf('en')
const used = usedKeys()

const CJK = /[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]/
const CHINESE_BESIDE_ASCII_MARK =
  /[\u4e00-\u9fff][,;:?!()"]|[,;:?!()"][\u4e00-\u9fff]|[\u4e00-\u9fff]\.$/

/** A language is named in itself, so that whoever needs it can find it. */
const OWN_NAME = ['简体中文', '中文']

const keysWhere = (messages: Map<string, string>, is: (text: string) => boolean): string[] =>
  [...messages].filter(([, text]) => is(text)).map(([key]) => key)

describe('the messages', () => {
  it('stand in the same files in both languages', () => {
    expect(messageFiles('en')).toEqual(messageFiles('zh-CN'))
  })

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('leave the same names open in both languages', () => {
    const different = [...chinese].filter(
      ([key, text]) =>
        english.has(key) &&
        placeholdersOf(text).join() !== placeholdersOf(english.get(key)!).join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  it.each(locales)('are never empty in %s', (locale) => {
    // What joins two sentences is a space in English and nothing in Chinese.
    const joins = (key: string) => english.get(key) === ' ' && chinese.get(key) === ''
    const empty = keysWhere(messagesOf(locale), (text) => text.trim() === '')
    expect(empty.filter((key) => !joins(key))).toEqual([])
  })

  it('use Chinese punctuation between Chinese words', () => {
    expect(keysWhere(chinese, (text) => CHINESE_BESIDE_ASCII_MARK.test(text))).toEqual([])
  })

  it('have no Chinese in the English ones', () => {
    const found = keysWhere(english, (text) => CJK.test(text) && !OWN_NAME.includes(text))
    expect(found).toEqual([])
  })
})

describe('the keys', () => {
  it('that the app asks for exist', () => {
    const missing = used.asked.filter(({ key }) => !chinese.has(key))
    expect(missing).toEqual([])
  })

  it('that are put together from a value exist', () => {
    const keys = [...chinese.keys()]
    const files = new Set(messageFiles('zh-CN').map((name) => name.replace('.json', '')))
    const missing = used.families.filter(
      ({ pattern }) =>
        files.has(/^\^([\w-]+)/.exec(pattern.source)?.[1] ?? '') &&
        !keys.some((key) => pattern.test(key)),
    )
    expect(missing).toEqual([])
  })

  it('that exist are asked for', () => {
    const asked = new Set([...used.asked.map(({ key }) => key), ...used.quoted])
    const idle = [...chinese.keys()].filter(
      (key) => !asked.has(key) && !used.families.some(({ pattern }) => pattern.test(key)),
    )
    expect(idle).toEqual([])
  })
})

describe('the search for keys', () => {
  const found = usedIn(
    [
      "t('debts.title')",
      '<i18n-t keypath="plan.lead" />',
      't(`shared.stage.${stage}`)',
      "const key = 'letter.saved'",
      "split('not a key')",
    ].join('\n'),
    'a.vue',
  )

  it('sees calls, key paths, tables and families', () => {
    expect(found.asked.map(({ key }) => key)).toEqual(['debts.title', 'plan.lead'])
    expect([...found.quoted]).toContain('letter.saved')
    expect(found.families[0]!.pattern.test('shared.stage.M7+')).toBe(true)
    expect(found.families[0]!.pattern.test('shared.stage.a.b')).toBe(false)
    expect(found.families[0]!.pattern.test('shared.other.M7+')).toBe(false)
  })
})

describe('the comparison of open names', () => {
  it('sees names and passes over literals', () => {
    expect(placeholdersOf("{count} of {total}, {count} {'@'}")).toEqual(['count', 'total'])
  })
})
