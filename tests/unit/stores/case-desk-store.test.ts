import { describe, expect, it } from 'vitest'
import type { DesktopApi } from '../../../src/contract/index.ts'
import { encodeCaseText, StorageFailure } from '../../../src/storage/index.ts'
import { useCaseDeskStore } from '../../../src/stores/case-desk-store.ts'
import { useCaseStore } from '../../../src/stores/case-store.ts'
import type { Services } from '../../../src/stores/services.ts'
import { aCase } from '../../support/builders.ts'
import { startStores } from './store-setup.ts'

const withDesktop = (desktop: Partial<DesktopApi>) => ({ desktop: desktop as DesktopApi })

async function openDesk(overrides: (services: Services) => Partial<Services>) {
  await startStores(undefined, overrides)
  const cases = useCaseStore()
  await cases.open()
  return { cases, desk: useCaseDeskStore() }
}

const offering = (bytes: Uint8Array) =>
  withDesktop({ openCaseFile: () => Promise.resolve({ ok: true, value: { name: 'f', bytes } }) })

describe('importing', () => {
  it('reads the bytes of a file and opens it', async () => {
    const bytes = new TextEncoder().encode(encodeCaseText(aCase()))
    const { cases, desk } = await openDesk(() => offering(bytes))
    expect(await desk.importFile()).toBe(true)
    expect(cases.facts?.loans).toHaveLength(1)
    expect(desk.news).toEqual({ kind: 'imported', file: 'f', warnings: [] })
  })

  it('names what is wrong with bytes that are no text, and opens nothing', async () => {
    const { cases, desk } = await openDesk(() => offering(Uint8Array.of(0xff, 0xfe, 0x00)))
    expect(await desk.importFile()).toBe(false)
    expect(cases.facts).toBeNull()
    expect(desk.news).toMatchObject({
      kind: 'import-refused',
      problems: [{ code: 'not-utf8', path: '$' }],
    })
  })

  it('takes a file that was dropped, unless it is too large to be a case or can not be read', async () => {
    const { cases, desk } = await openDesk(() => withDesktop({}))
    const vast = { name: 'a.json', size: 60 * 1024 * 1024 } as File
    expect(await desk.importDropped(vast)).toBe(false)
    expect(desk.news).toEqual({ kind: 'desktop-failed', code: 'too-large' })
    const unread = () => Promise.reject(new Error('gone'))
    // An encrypted copy may be larger: it holds attached files.
    const gone = { name: 'A.RESPITE', size: 60 * 1024 * 1024, arrayBuffer: unread } as unknown
    expect(await desk.importDropped(gone as File)).toBe(false)
    expect(desk.news).toEqual({ kind: 'desktop-failed', code: 'not-readable' })
    expect(await desk.importDropped(new File([encodeCaseText(aCase())], 'mine.json'))).toBe(true)
    expect(cases.facts?.loans).toHaveLength(1)
  })

  it.each([
    ['cancelled', null],
    ['too-large', { kind: 'desktop-failed', code: 'too-large' }],
  ] as const)('that is %s leaves the news %o', async (code, news) => {
    const { desk } = await openDesk(() =>
      withDesktop({ openCaseFile: () => Promise.resolve({ ok: false, code }) }),
    )
    expect(await desk.importFile()).toBe(false)
    expect(desk.news).toEqual(news)
  })
})

describe('exporting', () => {
  it('writes the open case under the day’s name', async () => {
    const written: unknown[] = []
    const { cases, desk } = await openDesk(() =>
      withDesktop({
        saveCaseFile: (request) => {
          written.push(request)
          return Promise.resolve({ ok: true, value: { path: '/tmp/x.json' } })
        },
      }),
    )
    expect(await desk.exportFile()).toBe(false)
    await cases.importText(encodeCaseText(aCase()))
    expect(await desk.exportFile()).toBe(true)
    expect(written).toEqual([
      { suggestedName: 'respite-2026-11-24.json', text: encodeCaseText(aCase()) },
    ])
    expect(desk.news).toEqual({ kind: 'exported', path: '/tmp/x.json' })
  })
})

describe('starting a case', () => {
  it('that can’t be stored is told, not thrown', async () => {
    const { cases, desk } = await openDesk((services) => ({
      cases: { ...services.cases, create: () => Promise.reject(new StorageFailure('full')) },
    }))
    expect(await desk.startOwn('zh-CN')).toBe(false)
    expect(cases.facts).toBeNull()
    expect(desk.news).toEqual({ kind: 'storage-failed', code: 'full' })
    desk.dismiss()
    expect(desk.news).toBeNull()
  })
})
