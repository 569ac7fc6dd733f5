import { createI18n } from 'vue-i18n'
import type { AppLocale } from './format.ts'
import { readMessages } from './message-files.ts'

/** The app's messages, empty until a language is shown. */
export const createAppI18n = () => createI18n({ legacy: false, locale: 'zh-CN', messages: {} })

export type AppI18n = ReturnType<typeof createAppI18n>

/** Loads a language and puts it on the page. */
export async function showLocale(i18n: AppI18n, locale: AppLocale): Promise<void> {
  const { global } = i18n
  if (!global.availableLocales.includes(locale)) {
    global.setLocaleMessage(locale, (await readMessages(locale)) as never)
  }
  global.locale.value = locale
  document.documentElement.lang = locale
}
