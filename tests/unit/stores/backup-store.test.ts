import { describe, expect, it } from 'vitest'
import type { BackupPlace, DesktopFailure, StoredBackup } from '../../../src/contract/index.ts'
import { KeyVault, useBackupStore, useCaseStore, type Services } from '../../../src/stores/index.ts'
import { freshName, startStores } from './store-setup.ts'

/** A shelf in memory; a place in `failing` can't be written. */
function aShelf(place: BackupPlace = 'own') {
  const files = new Map<string, Uint8Array>()
  const backups: StoredBackup[] = []
  const failing: Partial<Record<BackupPlace, DesktopFailure>> = {}
  const holds: boolean[] = []
  const written = (at: BackupPlace, name: string, bytes: Uint8Array) => {
    const code = failing[at]
    if (code !== undefined) return Promise.resolve({ ok: false, code } as const)
    files.set(`${at} ${name}`, bytes)
    return Promise.resolve({ ok: true, value: null } as const)
  }
  const desktop = {
    listBackups: () =>
      Promise.resolve({ ok: true, value: { place, folder: '/x', isThere: true, backups } }),
    lackingFiles: ({ place: at, names }: { place: BackupPlace; names: string[] }) =>
      Promise.resolve({ ok: true, value: names.filter((name) => !files.has(`${at} ${name}`)) }),
    writeSealedFile: (request: { place: BackupPlace; name: string; bytes: Uint8Array }) =>
      written(request.place, request.name, request.bytes),
    writeBackup: async (request: StoredBackup & { bytes: Uint8Array }) => {
      const name = `${request.at} ${request.reason}`
      const reply = await written(request.place, name, request.bytes)
      if (reply.ok) backups.unshift({ ...request, name, size: request.bytes.length })
      return reply
    },
    readBackup: ({ place: at, name }: { place: BackupPlace; name: string }) => {
      const bytes = files.get(`${at} ${name}`)
      return Promise.resolve(
        bytes === undefined
          ? { ok: false, code: 'not-readable' }
          : { ok: true, value: { name, bytes } },
      )
    },
    holdClose: ({ holds: is }: { holds: boolean }) => {
      holds.push(is)
      return Promise.resolve({ ok: true, value: null })
    },
  }
  return { desktop, files, backups, failing, holds }
}

async function open(place?: BackupPlace) {
  const shelf = aShelf(place)
  let minutes = 0
  const name = freshName()
  const { close } = await startStores(name, () => ({
    desktop: shelf.desktop as unknown as Services['desktop'],
    now: () => new Date(Date.UTC(2026, 10, 28, 8, minutes)),
    vault: new KeyVault(shelf.desktop as unknown as Services['desktop']),
  }))
  const pass = (more: number): void => void (minutes += more)
  return { ...shelf, close, pass, store: useBackupStore(), cases: useCaseStore() }
}

const rename = (name: string) => (facts: { debtor: object }) =>
  ({ ...facts, debtor: { ...facts.debtor, name } }) as never

describe('backups', () => {
  it('give back what was there, attached files included, after one of the present was made', async () => {
    const { store, cases, backups, files, pass, close } = await open()
    await cases.startOwn('zh-CN')
    await cases.change('debtor-changed', rename('林虚构'))
    const bytes = new TextEncoder().encode('录音')
    const attached = await cases.attach({ name: '录音.m4a', mediaType: 'audio/mp4', bytes })
    const sha256 = attached.ok ? attached.evidence.sha256 : ''
    await store.backUp()
    pass(1)
    const [first] = backups
    const id = cases.caseId ?? ''
    await cases.removeCase()
    if (first === undefined) throw new Error('no backup was made')
    const looked = await store.look(first, null)
    if (!looked.ok) throw new Error(looked.problem)
    expect(looked.value.preview.cases).toMatchObject([{ name: '林虚构', standing: 'missing' }])
    expect(await store.restore(looked.value)).toEqual({ ok: true, value: 0 })
    await cases.open()
    expect([cases.caseId, cases.facts?.debtor.name]).toEqual([id, '林虚构'])
    expect((await cases.attached(sha256))?.bytes).toEqual(bytes)
    expect(backups.map(({ reason }) => reason)).toEqual(['restore', 'regular'])
    // The file was written once and serves both.
    expect([...files.keys()].filter((key) => key.endsWith('.respite-file'))).toHaveLength(1)
    close()
  })

  it('change nothing where the present state can’t be backed up first', async () => {
    const { store, cases, backups, failing, close } = await open()
    await cases.startOwn('zh-CN')
    await store.backUp()
    await cases.change('debtor-changed', rename('后来'))
    const looked = backups[0] === undefined ? null : await store.look(backups[0], null)
    failing.own = 'disk-full'
    if (looked?.ok !== true) throw new Error('the backup does not open')
    const problem = { of: 'desktop', code: 'disk-full' }
    expect(await store.restore(looked.value)).toEqual({ ok: false, problem })
    await cases.open()
    expect(cases.facts?.debtor.name).toBe('后来')
    close()
  })

  it('go into the app’s own folder where the chosen one fails, and say so', async () => {
    const { store, cases, backups, failing, close } = await open('chosen')
    failing.chosen = 'not-writable'
    await cases.startOwn('zh-CN')
    expect((await store.backUp()).ok).toBe(true)
    expect(backups.map(({ place }) => place)).toEqual(['own'])
    expect(store.news).toEqual({ kind: 'fell-back', code: 'not-writable' })
    close()
  })

  it('that fail stay due and are told', async () => {
    const { store, failing, cases, close } = await open()
    await cases.startOwn('zh-CN')
    failing.own = 'disk-full'
    store.isDue = true
    await store.backUpIfDue()
    expect([store.isDue, store.news]).toEqual([true, { kind: 'failed', code: 'disk-full' }])
    close()
  })

  it('are made half an hour apart, and before the window closes', async () => {
    const { store, backups, pass, holds, cases, close } = await open()
    await cases.startOwn('zh-CN')
    store.isDue = true
    await store.backUpIfDue()
    store.isDue = true
    pass(29)
    await store.backUpIfDue()
    expect(backups).toHaveLength(1)
    pass(1)
    await store.backUpIfDue()
    expect([backups.length, store.isDue]).toEqual([2, false])
    store.isDue = true
    await store.finish()
    expect([backups.length, holds]).toEqual([3, [false]])
    close()
  })
})
