import { defineStore } from 'pinia'
import { ref, readonly } from 'vue'
import type { Locale } from '../domain/case/index.ts'
import type { Theme } from '../storage/repositories/index.ts'
import { useServices } from './services.ts'

/** The app's language and look. Changes show at once and are stored; a failed store rejects. */
export const useSettingsStore = defineStore('settings', () => {
  const { settings } = useServices()
  const locale = ref<Locale>('zh-CN')
  const theme = ref<Theme>('system')
  /** False until a person chose a language: the app may then follow the system's. */
  const hasLocale = ref(false)

  /** Reads what is stored; `fallback` is the language where none was chosen. */
  async function open(fallback: Locale = 'zh-CN'): Promise<void> {
    const stored = await settings.read()
    hasLocale.value = stored.locale !== null
    locale.value = stored.locale ?? fallback
    theme.value = stored.theme
  }

  async function setLocale(chosen: Locale): Promise<void> {
    locale.value = chosen
    hasLocale.value = true
    await settings.write({ locale: chosen })
  }

  async function setTheme(chosen: Theme): Promise<void> {
    theme.value = chosen
    await settings.write({ theme: chosen })
  }

  return {
    locale: readonly(locale),
    theme: readonly(theme),
    hasLocale: readonly(hasLocale),
    open,
    setLocale,
    setTheme,
  }
})
