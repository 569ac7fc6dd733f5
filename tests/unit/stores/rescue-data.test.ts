import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import type { DesktopApi, FolderFile, StoredBackup } from '../../../src/contract/index.ts'
import { openStorage } from '../../../src/storage/index.ts'
import { createRescue } from '../../../src/stores/index.ts'
import { aCase } from '../../support/builders.ts'
import { TEST_KEY } from '../../support/test-key.ts'
import { freshName } from './store-setup.ts'

const names = (name: string) => ({ name, plainName: `${name}-plain` })

/** A profile with one case, two backups of it of which the later is damaged, and a shell that keeps them. */
async function aProfile() {
  const name = freshName()
  const storage = await openStorage({ key: TEST_KEY, ...names(name) })
  if (!storage.ok) throw new Error(storage.problem)
  const { cases, backups, close } = storage.value
  const start = aCase()
  const facts = { ...start, debtor: { ...start.debtor, name: '林虚构' } }
  await cases.create(facts, { sample: false })
  const source = await backups.take()
  const how = { wrapped: null, createdAt: '2026-11-28T08:00:00.000Z', files: [] }
  const good = await source.seal(how)
  close()
  const stored = (at: string): StoredBackup => ({
    place: 'own',
    name: at,
    at,
    reason: 'regular',
    keyId: source.keyId,
    size: good.length,
  })
  const bytesOf: Record<string, Uint8Array> = { later: good.slice(0, -1), earlier: good }
  const said: string[] = []
  let saved: readonly FolderFile[] = []
  const desktop = {
    listBackups: () =>
      Promise.resolve({ ok: true, value: { backups: [stored('later'), stored('earlier')] } }),
    readBackup: (request: { name: string }) =>
      Promise.resolve({ ok: true, value: { name: request.name, bytes: bytesOf[request.name] } }),
    setAside: async ({ keepsKey }: { keepsKey: boolean }) => {
      said.push(`aside ${String(keepsKey)}`)
      await new Dexie(name, { indexedDB, IDBKeyRange }).delete()
      return { ok: true, value: null }
    },
    saveFolder: ({ files }: { files: readonly FolderFile[] }) => {
      saved = files
      return Promise.resolve({ ok: true, value: { path: '/x/respite' } })
    },
  } as unknown as DesktopApi
  const today = () => '2026-11-28'
  const rescue = createRescue({ desktop, key: TEST_KEY, today, names: names(name) })
  return { name, facts, rescue, desktop, said, saved: () => saved }
}

describe('the ways out of data that does not open', () => {
  it('find the newest backup that is whole and put it in the place of the data, which is set aside', async () => {
    const { name, facts, rescue, said } = await aProfile()
    const found = await rescue.findBackup()
    expect([found?.stored.at, found?.cases]).toEqual(['earlier', 1])
    if (found === null) throw new Error('no backup was found')
    expect(await rescue.bringBack(found)).toEqual({ ok: true, value: 0 })
    expect(said).toEqual(['aside true'])
    const storage = await openStorage({ key: TEST_KEY, ...names(name) })
    if (!storage.ok) throw new Error(storage.problem)
    const [line] = await storage.value.cases.list()
    expect(await storage.value.cases.load(line?.id ?? '')).toEqual(facts)
    storage.value.close()
  })

  it('change nothing where the data can’t be set aside', async () => {
    const { rescue, desktop } = await aProfile()
    Object.assign(desktop, {
      setAside: () => Promise.resolve({ ok: false, code: 'disk-full' }),
    })
    const found = await rescue.findBackup()
    if (found === null) throw new Error('no backup was found')
    const problem = { of: 'desktop', code: 'disk-full' }
    expect(await rescue.bringBack(found)).toEqual({ ok: false, problem })
  })

  it('save as case files what can be read, and say where there is nothing', async () => {
    const { rescue, desktop, saved } = await aProfile()
    const value = { path: '/x/respite', cases: 1, lost: 0 }
    expect(await rescue.saveReadable()).toEqual({ ok: true, value })
    expect(saved().map(({ path }) => path)).toEqual(['case-1.json'])
    expect(new TextDecoder().decode(saved()[0]?.bytes)).toContain('林虚构')
    const keyless = createRescue({
      desktop,
      key: null,
      today: () => '2026-11-28',
      names: names('x'),
    })
    expect(await keyless.saveReadable()).toEqual({ ok: false, problem: 'nothing' })
    expect(await keyless.findBackup()).toBeNull()
  })
})
