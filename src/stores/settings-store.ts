import { defineStore } from 'pinia'
import { ref, readonly } from 'vue'
import type { Locale } from '../domain/case/index.ts'
import type { Theme, TrayChoice } from '../storage/repositories/index.ts'
import { useServices } from './services.ts'

/** The app's language, look, place in the tray and discretion. Changes show at once and are stored; a failed store rejects. */
export const useSettingsStore = defineStore('settings', () => {
  const { settings, desktop } = useServices()
  const locale = ref<Locale>('zh-CN')
  const theme = ref<Theme>('system')
  /** False until a person chose a language: the app may then follow the system's. */
  const hasLocale = ref(false)
  const lockAfter = ref<number | null>(null)
  const hidesAmounts = ref(false)
  const tray = ref<TrayChoice>('off')

  /** Reads what is stored; `fallback` is the language where none was chosen. */
  async function open(fallback: Locale = 'zh-CN'): Promise<void> {
    const stored = await settings.read()
    hasLocale.value = stored.locale !== null
    locale.value = stored.locale ?? fallback
    theme.value = stored.theme
    lockAfter.value = stored.lockAfter
    hidesAmounts.value = stored.hidesAmounts
    tray.value = stored.tray
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

  async function setLockAfter(minutes: number | null): Promise<void> {
    lockAfter.value = minutes
    await settings.write({ lockAfter: minutes })
  }

  /** Shows the icon in the tray or takes it away; false where there can be none, and nothing is chosen then. */
  async function setTray(chosen: TrayChoice): Promise<boolean> {
    const reply = await desktop.setTray({ mode: chosen })
    if (!reply.ok) return false
    tray.value = chosen
    await settings.write({ tray: chosen })
    return true
  }

  async function setHidesAmounts(hides: boolean): Promise<void> {
    hidesAmounts.value = hides
    await settings.write({ hidesAmounts: hides })
  }

  return {
    locale: readonly(locale),
    theme: readonly(theme),
    hasLocale: readonly(hasLocale),
    lockAfter: readonly(lockAfter),
    hidesAmounts: readonly(hidesAmounts),
    tray: readonly(tray),
    open,
    setLocale,
    setTheme,
    setLockAfter,
    setHidesAmounts,
    setTray,
  }
})
