import type { AppLocale } from './format.ts'

/** A language's messages: one object for each screen, under the screen's name. */
export type Messages = Record<string, Record<string, unknown>>

/** Each language is a file of its own, so that only the one on the screen is read. */
const LOADERS: Readonly<Record<AppLocale, () => Promise<{ readonly messages: Messages }>>> = {
  'zh-CN': () => import('./zh-CN/messages.ts'),
  en: () => import('./en/messages.ts'),
}

/** Reads the messages of a language; once, however often it is asked for. */
export const readMessages = async (locale: AppLocale): Promise<Messages> =>
  (await LOADERS[locale]()).messages
