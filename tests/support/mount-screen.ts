import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { onTestFinished } from 'vitest'
import { createApp, type ComponentPublicInstance } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, type RouteLocationRaw } from 'vue-router'
import type { DesktopApi } from '../../src/contract/index.ts'
import type { Case, Locale } from '../../src/domain/case/index.ts'
import type { Pack } from '../../src/packs/index.ts'
import { parsePack } from '../../src/packs/parse-pack.ts'
import { encodeCaseText, openStorage } from '../../src/storage/index.ts'
import { KeyVault, servicesKey, useCaseStore, type Services } from '../../src/stores/index.ts'
import { createAppRouter, type AppViews } from '../../src/ui/frame/router.ts'
import type { StartProposalSearch } from '../../src/workers/index.ts'
import { day } from './builders.ts'
import { TEST_KEY } from './test-key.ts'

/** Any component: a test looks at the page and not at what a component exposes. */
type AnyScreen = new () => ComponentPublicInstance

type Messages = Record<string, Record<string, unknown>>

const files = import.meta.glob<Record<string, unknown>>('../../src/i18n/*/*.json', {
  eager: true,
  import: 'default',
})
const manualFiles = import.meta.glob<string>('../../resources/manual/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const packFiles = import.meta.glob<string>('../../resources/packs/cn/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** The words of the app as the app has them: a file's name is the first part of its keys. */
function allMessages(): Messages {
  const messages: Messages = {}
  for (const [path, words] of Object.entries(files)) {
    const [locale = '', file = ''] = path.split('/').slice(-2)
    messages[locale] = { ...messages[locale], [file.replace('.json', '')]: words }
  }
  return messages
}

/** The pack for mainland China as it ships. */
export function shippedPack(): Pack {
  const named = Object.entries(packFiles).map(([path, text]) => [path.split('/cn/')[1], text])
  const reading = parsePack(Object.fromEntries(named) as Record<string, string>)
  if (!reading.ok) throw new Error(`broken pack: ${JSON.stringify(reading.problem)}`)
  return reading.value
}

const emptyView = () => Promise.resolve({ default: { render: () => null } })

/** The app's routes lead to empty pages here: a test mounts the one screen it is about. */
const emptyViews = new Proxy({}, { get: () => emptyView }) as AppViews

export interface Mounting {
  readonly facts: Case
  readonly locale?: Locale
  readonly at?: RouteLocationRaw
  readonly today?: string
  /** The clock; ten in the morning of today unless given. */
  readonly now?: () => Date
  readonly desktop?: Partial<DesktopApi>
  /** Without one every search fails, and the strategies stand as they are. */
  readonly search?: StartProposalSearch
  /** Attributes and listeners for the component. */
  readonly props?: Readonly<Record<string, unknown>>
}

let databases = 0

export const translator = (locale: Locale) =>
  createI18n({
    legacy: false,
    locale,
    fallbackLocale: [],
    messages: allMessages() as never,
    // A key without words must fail a test, not be shown.
    missing: (language, key) => {
      throw new Error(`no words for ${key} in ${language}`)
    },
  })

/** The user guide as it ships. */
export const manualIn = (locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(manualFiles).flatMap(([path, text]) => {
      const [name = '', language] = path.slice(path.lastIndexOf('/') + 1).split('.')
      return language === locale ? [[name, text]] : []
    }),
  )

const noSearch: StartProposalSearch = (_request, hear) => {
  hear({ kind: 'failed', cause: 'no worker here' })
  return { cancel: () => undefined }
}

/** A component as the app mounts it: real stores over a real database, the shipped pack and words. */
export async function mountScreen(component: unknown, mounting: Mounting) {
  const { facts, locale = 'zh-CN', today = '2026-11-24' } = mounting
  const name = `mount-${String((databases += 1))}`
  const storage = await openStorage({ name, key: TEST_KEY, plainName: `${name}-plain` })
  if (!storage.ok) throw new Error(storage.problem)
  let ids = 0
  const services: Services = {
    cases: storage.value.cases,
    files: storage.value.files,
    settings: storage.value.settings,
    backups: storage.value.backups,
    vault: new KeyVault((mounting.desktop ?? {}) as DesktopApi),
    pack: shippedPack(),
    // A screen under test calls no more of the desktop than the test gives it.
    desktop: (mounting.desktop ?? {}) as DesktopApi,
    manual: (language) => Promise.resolve(manualIn(language)),
    sampleCase: () => Promise.resolve(encodeCaseText(facts)),
    startProposalSearch: mounting.search ?? noSearch,
    today: () => day(today),
    now: mounting.now ?? (() => new Date(`${today}T10:00:00`)),
    newId: () => `new-${String((ids += 1))}`,
    restart: () => undefined,
  }
  const pinia = createPinia()
  createApp({}).use(pinia).provide(servicesKey, services)
  setActivePinia(pinia)
  const router = createAppRouter(emptyViews, () => true, createMemoryHistory())
  await router.push(mounting.at ?? '/')
  const global = {
    plugins: [pinia, translator(locale), router],
    provide: { [servicesKey as symbol]: services },
  }
  const cases = useCaseStore()
  await cases.importText(encodeCaseText(facts))
  const wrapper = mount(component as AnyScreen, {
    global,
    attachTo: document.body,
    props: { ...mounting.props },
  })
  // Test files share a worker: a screen that stayed would go on working under the tests of another.
  onTestFinished(() => {
    wrapper.unmount()
    storage.value.close()
  })
  return { wrapper, cases, router, services, close: storage.value.close }
}
