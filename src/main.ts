// First, so that it asks before anything else runs.
import { keepLook, lastLook, packAhead, shellAhead, systemLocale } from './ahead.ts'
import { createPinia, setActivePinia } from 'pinia'
import { createApp, h, nextTick, watch, type App } from 'vue'
import type { DesktopApi } from './contract/index.ts'
import type { Locale } from './domain/case/index.ts'
import { calendarDate, type CalendarDate } from './domain/kernel/index.ts'
import { createAppI18n, showLocale, type AppI18n } from './i18n/i18n.ts'
import { bundledPack } from './packs/bundled-pack.ts'
import type { Pack } from './packs/index.ts'
import { desktop } from './platform/index.ts'
import { openStorage, type BackupSource, type DataKey, type Storage } from './storage/index.ts'
import {
  createRescue,
  hasStoredData,
  KeyVault,
  openFreshStorage,
  servicesKey,
  useCaseStore,
  useGuideStore,
  useSettingsStore,
  writeBackup,
  type KeyProblem,
  type Services,
  type Unlocking,
} from './stores/index.ts'
import AppFrame from './ui/frame/AppFrame.vue'
import LockScreen from './ui/frame/LockScreen.vue'
import RecoveryScreen from './ui/frame/RecoveryScreen.vue'
import { createAppRouter } from './ui/frame/router.ts'
import type { StartProblem } from './ui/frame/start-problem.ts'
import { applyTheme } from './ui/shared/appearance.ts'
import { hideAmounts } from './ui/shared/discretion.ts'
import './ui/shared/tokens.css'
import './ui/shared/base.css'
import { appViews, contactDesk } from './views.ts'
import { createProposalSearch } from './workers/index.ts'

const SAMPLES: Readonly<Record<Locale, () => Promise<{ readonly default: string }>>> = {
  'zh-CN': () => import('../resources/samples/cn-sample.zh-CN.json?raw'),
  en: () => import('../resources/samples/cn-sample.en.json?raw'),
}

/** The pages of the user guide, each read when the guide is opened. */
const MANUAL = import.meta.glob<string>('../resources/manual/*.md', {
  query: '?raw',
  import: 'default',
})

/** The user guide in a language; a file is named `<screen>.<locale>.md`. */
async function manualIn(locale: Locale): Promise<Readonly<Record<string, string>>> {
  const ending = `.${locale}.md`
  const files = Object.entries(MANUAL).filter(([path]) => path.endsWith(ending))
  const pages = files.map(async ([path, read]): Promise<[string, string]> => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    return [name.slice(0, -ending.length), await read()]
  })
  return Object.fromEntries(await Promise.all(pages))
}

/** The day on this computer's calendar, in its own time zone. */
function today(): CalendarDate {
  const now = new Date()
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** The law and the words; null where they are broken. */
async function readPack(): Promise<Pack | null> {
  try {
    return bundledPack(await packAhead)
  } catch {
    return null
  }
}

interface AppParts {
  readonly pack: Pack
  readonly shell: DesktopApi
  readonly vault: KeyVault
}

const servicesOf = (
  { cases, files, settings, backups }: Storage,
  { pack, shell, vault }: AppParts,
): Services => ({
  cases,
  files,
  settings,
  backups,
  vault,
  pack,
  desktop: shell,
  manual: manualIn,
  sampleCase: async (locale) => (await SAMPLES[locale]()).default,
  startProposalSearch: createProposalSearch(),
  today,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  restart: () => {
    window.location.reload()
  },
})

/** The look of what stands before the app. */
async function showLook(i18n: AppI18n): Promise<void> {
  const { locale, theme } = lastLook()
  applyTheme(theme)
  await showLocale(i18n, locale)
}

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
    (appearance) => {
      keepLook(appearance)
      void shell.setAppearance(appearance)
    },
    { immediate: true },
  )
  watch(() => settings.hidesAmounts, hideAmounts, { immediate: true })
  void shell.setTray({ mode: settings.tray })
}

/** Why the app can't start, and the key that was found all the same. */
interface Stop {
  readonly problem: StartProblem
  readonly key: DataKey | null
}

async function mountRecovery(i18n: AppI18n, { problem, key }: Stop): Promise<void> {
  await showLook(i18n)
  const shell = await desktop()
  const rescue = createRescue({ desktop: shell, key, today })
  createApp(() => h(RecoveryScreen, { problem, rescue, setAside: shell.setAside }))
    .use(i18n)
    .mount('#app')
}

/** Asks for the passphrase until it is right, before anything of a case is read. */
async function askPassphrase(i18n: AppI18n, vault: KeyVault): Promise<DataKey> {
  await showLook(i18n)
  return new Promise((resolve) => {
    const unlock = async (secret: string): Promise<Unlocking> => {
      const outcome = await vault.unlock(secret)
      if (outcome.kind === 'open') {
        screen.unmount()
        resolve(outcome.key)
      }
      return outcome
    }
    const screen = createApp(() => h(LockScreen, { unlock })).use(i18n)
    screen.mount('#app')
    document.documentElement.dataset['ready'] = 'true'
  })
}

async function mountApp(app: App, services: Services, i18n: AppI18n): Promise<void> {
  const pinia = createPinia()
  app.use(pinia).use(i18n).provide(servicesKey, services)
  setActivePinia(pinia)
  const settings = useSettingsStore()
  const cases = useCaseStore()
  await Promise.all([settings.open(systemLocale()), cases.open(), useGuideStore().open()])
  await followSettings(i18n, services.desktop)
  const router = createAppRouter(appViews, () => cases.facts !== null)
  app.use(router)
  await router.isReady()
  app.mount('#app')
}

/** A backup before an upgrade of the database. A plain browser, which can't write one, goes without. */
const keepBackupWith = (shell: DesktopApi, vault: KeyVault) => async (source: BackupSource) => {
  const how = { reason: 'upgrade', now: new Date(), wrapped: vault.wrapped } as const
  const outcome = await writeBackup(shell, source, how)
  return outcome.ok || outcome.code === 'refused'
}

/** The data key: found, made at the first start, or unlocked. */
async function findKey(
  i18n: AppI18n,
  { shell, vault }: Pick<AppParts, 'shell' | 'vault'>,
): Promise<DataKey | KeyProblem> {
  const opening = await vault.open(() => hasStoredData(shell))
  if (opening.kind === 'problem') return opening.problem
  return opening.kind === 'open' ? opening.key : askPassphrase(i18n, vault)
}

/** Opens key, storage and app; null when all is there, else why not. */
async function openApp(i18n: AppI18n): Promise<Stop | null> {
  const reading = readPack()
  const shell = shellAhead ?? (await desktop())
  const vault = new KeyVault(shell)
  const key = await findKey(i18n, { shell, vault })
  if (typeof key === 'string') return { problem: key, key: null }
  const [storage, pack] = await Promise.all([
    openFreshStorage({
      desktop: shell,
      key,
      wrapped: vault.wrapped,
      now: () => new Date(),
      open: () => openStorage({ key, keepBackup: keepBackupWith(shell, vault) }),
    }),
    reading,
  ])
  if (!storage.ok) return { problem: storage.problem, key }
  if (pack === null) return { problem: 'broken-pack', key }
  const app = createApp(AppFrame, { contactDesk })
  await mountApp(app, servicesOf(storage.value, { pack, shell, vault }), i18n)
  return null
}

async function start(): Promise<void> {
  const i18n = createAppI18n()
  const stop = await openApp(i18n)
  if (stop !== null) await mountRecovery(i18n, stop)
  await nextTick()
  document.documentElement.dataset['ready'] = 'true'
}

void start()
