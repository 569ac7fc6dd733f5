import { createPinia, setActivePinia } from 'pinia'
import { createApp, nextTick, watch, type App } from 'vue'
import type { DesktopApi } from './contract/index.ts'
import type { Locale } from './domain/case/index.ts'
import { calendarDate, type CalendarDate } from './domain/kernel/index.ts'
import { createAppI18n, showLocale, type AppI18n } from './i18n/i18n.ts'
import { loadBundledPack } from './packs/bundled-pack.ts'
import type { Pack } from './packs/index.ts'
import { desktop } from './platform/index.ts'
import { openStorage, type Storage } from './storage/index.ts'
import { servicesKey, useCaseStore, useSettingsStore, type Services } from './stores/index.ts'
import AppFrame from './ui/frame/AppFrame.vue'
import RecoveryScreen from './ui/frame/RecoveryScreen.vue'
import { createAppRouter } from './ui/frame/router.ts'
import type { StartProblem } from './ui/frame/start-problem.ts'
import { applyTheme } from './ui/shared/appearance.ts'
import './ui/shared/tokens.css'
import './ui/shared/base.css'
import { appViews } from './views.ts'

const SAMPLES: Readonly<Record<Locale, () => Promise<{ readonly default: string }>>> = {
  'zh-CN': () => import('../resources/samples/cn-sample.zh-CN.json?raw'),
  en: () => import('../resources/samples/cn-sample.en.json?raw'),
}

/** The day on this computer's calendar, in its own time zone. */
function today(): CalendarDate {
  const now = new Date()
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** The language of a person who has not chosen one: their system's, where the app speaks it. */
const systemLocale = (): Locale => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')

function bundledPack(): Pack | null {
  try {
    return loadBundledPack()
  } catch {
    return null
  }
}

const servicesOf = (
  { cases, files, settings }: Storage,
  pack: Pack,
  shell: DesktopApi,
): Services => ({
  cases,
  files,
  settings,
  pack,
  desktop: shell,
  sampleCase: async (locale) => (await SAMPLES[locale]()).default,
  today,
  newId: () => crypto.randomUUID(),
})

/** Keeps the page and the shell in the chosen language and look. */
async function followSettings(i18n: AppI18n, shell: DesktopApi): Promise<void> {
  const settings = useSettingsStore()
  await showLocale(i18n, settings.locale)
  watch(
    () => settings.locale,
    (locale) => void showLocale(i18n, locale),
  )
  watch(
    () => settings.theme,
    (theme, _before, onCleanup) => {
      onCleanup(applyTheme(theme))
    },
    { immediate: true },
  )
  watch(
    () => ({ theme: settings.theme, locale: settings.locale }),
    (appearance) => void shell.setAppearance(appearance),
    { immediate: true },
  )
}

async function mountRecovery(i18n: AppI18n, problem: StartProblem): Promise<void> {
  applyTheme('system')
  await showLocale(i18n, systemLocale())
  createApp(RecoveryScreen, { problem }).use(i18n).mount('#app')
}

async function mountApp(app: App, services: Services, i18n: AppI18n): Promise<void> {
  const pinia = createPinia()
  app.use(pinia).use(i18n).provide(servicesKey, services)
  setActivePinia(pinia)
  const settings = useSettingsStore()
  const cases = useCaseStore()
  await Promise.all([settings.open(systemLocale()), cases.open()])
  await followSettings(i18n, services.desktop)
  const router = createAppRouter(appViews, () => cases.facts !== null)
  app.use(router)
  await router.isReady()
  app.mount('#app')
}

async function start(): Promise<void> {
  const i18n = createAppI18n()
  const storage = await openStorage()
  const pack = bundledPack()
  if (!storage.ok) await mountRecovery(i18n, storage.problem)
  else if (pack === null) await mountRecovery(i18n, 'broken-pack')
  else await mountApp(createApp(AppFrame), servicesOf(storage.value, pack, desktop()), i18n)
  await nextTick()
  document.documentElement.dataset['ready'] = 'true'
}

void start()
