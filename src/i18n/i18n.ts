import { createI18n } from 'vue-i18n'
import type { AppLocale } from './format.ts'

/** A language's messages: one object for each screen, under the screen's name. */
type Messages = Record<string, Record<string, unknown>>

/** Each language is a file of its own, so that only the one on the screen is read. */
const LOADERS: Readonly<Record<AppLocale, () => Promise<{ readonly messages: Messages }>>> = {
  'zh-CN': () => import('./zh-CN/messages.ts'),
  en: () => import('./en/messages.ts'),
}

/** The app's messages, empty until a language is shown. */
export const createAppI18n = () => createI18n({ legacy: false, locale: 'zh-CN', messages: {} })

export type AppI18n = ReturnType<typeof createAppI18n>

/** Begins to read a language that will probably be shown. What goes wrong is told when it is. */
export function expectLocale(locale: AppLocale): void {
  LOADERS[locale]().catch(() => undefined)
}

/** Loads a language and puts it on the page. */
export async function showLocale(i18n: AppI18n, locale: AppLocale): Promise<void> {
  const { global } = i18n
  if (!global.availableLocales.includes(locale)) {
    const { messages } = await LOADERS[locale]()
    global.setLocaleMessage(locale, messages as never)
  }
  global.locale.value = locale
  document.documentElement.lang = locale
}
