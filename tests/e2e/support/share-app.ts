import { test, type Page } from '@playwright/test'
import { launchApp, type LaunchedApp, type LaunchOptions } from './launch-app.ts'
import { openSample, type Language } from './walk.ts'

export interface SharedOptions extends LaunchOptions {
  /** What is done once, before the first test. */
  readonly prepare?: (page: Page) => Promise<void>
}

/**
 * One app for the tests of a file or of its group, for those that don't mind what the others left: a start
 * takes longer than many a test. After a test that failed the next one gets a fresh app.
 */
export function shareApp({ prepare, ...options }: SharedOptions = {}): () => LaunchedApp {
  let shared: LaunchedApp | null = null
  test.beforeAll(async () => {
    shared = await launchApp(options)
    await prepare?.(shared.page)
  })
  test.afterAll(async () => {
    await shared?.close()
  })
  return () => {
    if (shared === null) throw new Error('the app is there in tests only')
    return shared
  }
}

/** The same, with the sample case open. */
export const shareSample = (language: Language): (() => LaunchedApp) =>
  shareApp({ prepare: (page) => openSample(page, language) })
