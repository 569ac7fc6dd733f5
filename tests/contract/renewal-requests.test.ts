import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { renewalRequests } from '../../electron/main/profile/renewal-requests.ts'
import { wipeRequests } from '../../electron/main/profile/wipe-requests.ts'

const DONE = { ok: true, value: null }
const NAME = 'respite-0a1b2c3d-20261128T101500Z-upgrade.respite-backup'

/** A profile with a backup and a database; `clear` deletes as many of its files as it is told to. */
async function aProfile(clear: (databases: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'respite-renewal-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const databases = join(folder, 'IndexedDB')
  await mkdir(join(databases, 'app_main_0.indexeddb.leveldb'), { recursive: true })
  await writeFile(join(databases, 'app_main_0.indexeddb.leveldb', '000003.log'), 'rows')
  await mkdir(join(folder, 'backups'))
  await writeFile(join(folder, 'backups', NAME), 'sealed')
  const clearDatabases = () => clear(databases)
  const requests = renewalRequests({ folder: () => folder, clearDatabases })
  return { folder, databases, note: join(folder, 'renewal.json'), requests }
}

const clearAll = (databases: string) => rm(databases, { recursive: true })

it('notes the backup down before it deletes the databases, until it is told that they count again', async () => {
  let noted: unknown = null
  const { folder, note, requests } = await aProfile(async (databases) => {
    noted = JSON.parse(await readFile(note, 'utf8'))
    await clearAll(databases)
  })
  expect(await requests.renewalCopy(undefined)).toEqual(DONE)
  const begun = await requests.beginRenewal({ name: NAME })
  expect(begun).toEqual({ ok: true, value: { isEmpty: true } })
  expect(noted).toEqual({ name: NAME })
  expect(await requests.renewalCopy(undefined)).toEqual({ ok: true, value: NAME })
  expect(await requests.endRenewal(undefined)).toEqual(DONE)
  expect(await requests.renewalCopy(undefined)).toEqual(DONE)
  expect(await readdir(folder)).toEqual(['backups'])
})

it('says so where files are left, or where they could not be deleted', async () => {
  const left = { ok: true, value: { isEmpty: false } }
  for (const clear of [() => Promise.resolve(), () => Promise.reject(new Error('planted'))]) {
    const { requests } = await aProfile(clear)
    expect(await requests.beginRenewal({ name: NAME })).toEqual(left)
    expect(await requests.renewalCopy(undefined)).toEqual({ ok: true, value: NAME })
  }
})

it('touches nothing where the backup is not there or its name can not be noted down', async () => {
  const { folder, databases, note, requests } = await aProfile(clearAll)
  const other = NAME.replace('0a1b2c3d', 'ffffffff')
  const gone = { ok: false, code: 'not-readable' }
  expect(await requests.beginRenewal({ name: other })).toEqual(gone)
  await mkdir(join(note, 'in-its-place'), { recursive: true })
  expect(await requests.beginRenewal({ name: NAME })).toEqual({ ok: false, code: 'not-writable' })
  expect(await readdir(databases)).toEqual(['app_main_0.indexeddb.leveldb'])
  expect((await readdir(folder)).sort()).toEqual(['IndexedDB', 'backups', 'renewal.json'])
})

it('does not pass over a note that it can not read', async () => {
  const { note, requests } = await aProfile(clearAll)
  for (const text of ['', '{}', '{"name":"../data-key.json"}']) {
    await writeFile(note, text)
    expect(await requests.renewalCopy(undefined)).toEqual({ ok: false, code: 'not-readable' })
  }
})

it('is given up where the data is set aside or deleted', async () => {
  for (const end of ['setAside', 'wipe'] as const) {
    const { folder, databases, requests } = await aProfile(clearAll)
    await requests.beginRenewal({ name: NAME })
    await mkdir(databases, { recursive: true })
    const sources = {
      folder: () => folder,
      clear: () => clearAll(databases),
      quit: () => undefined,
    }
    const { setAside, wipe } = wipeRequests(sources)
    const ended =
      end === 'wipe'
        ? await wipe({ keyId: '0a1b2c3d', backups: false })
        : await setAside({ keepsKey: true })
    expect(ended).toEqual(DONE)
    expect(await requests.renewalCopy(undefined)).toEqual(DONE)
  }
})
