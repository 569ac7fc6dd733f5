import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backupRequests } from '../../electron/main/backups/backup-requests.ts'
import { writeAtomically } from '../../electron/main/files/atomic-write.ts'
import { writeFolder } from '../../electron/main/files/write-folder.ts'
import { keyRequests } from '../../electron/main/keys/key-requests.ts'

// Run by the test in a process of its own in which no file may grow beyond a megabyte or so, or whose disk is a megabyte
// large. Told to `fill` it saves what is there before; told to `overfill` it saves more than fits, and prints what
// the shell said and what lies there then.

const LARGE = 3 * 1024 * 1024
const KEY_ID = '0a1b2c3d'
const [folder = '', profile = '', ...parts] = process.argv.slice(2)

// Else the system would end the process where Electron's, as most, is only told that the write failed.
process.on('SIGXFSZ', () => undefined)

const large = () => new Uint8Array(LARGE)
const backup = (day: number, bytes: Uint8Array) => ({
  place: 'chosen' as const,
  at: new Date(Date.UTC(2026, 0, day)).toISOString(),
  reason: 'regular' as const,
  keyId: KEY_ID,
  files: [],
  bytes,
})

const [saved, evidence, backups] = ['saved', 'evidence', 'backups'].map((name) =>
  join(folder, name),
) as [string, string, string]
const requests = backupRequests({
  folder: () => profile,
  askFolder: () => Promise.resolve(backups),
  showFolder: () => Promise.resolve(''),
})
const keys = keyRequests({ folder: () => saved, now: () => 0 })
const pack = (bytes: Uint8Array) => ({
  name: 'pack',
  files: [
    { path: 'index.html', bytes: new Uint8Array(10) },
    { path: 'files/call.m4a', bytes },
  ],
})

/** What was there before the disk was full. */
async function fill(): Promise<void> {
  for (const name of [saved, evidence, backups]) await mkdir(name)
  await writeAtomically(join(saved, 'case.json'), 'old')
  await keys.writeKey({ text: 'old key', replaces: false })
  await writeFolder(evidence, pack(new Uint8Array(10)))
  await writeFile(join(profile, 'backup-folder.json'), JSON.stringify({ folder: backups }))
  await requests.writeBackup(backup(1, new Uint8Array(10)))
}

async function overfill(): Promise<unknown> {
  const codes = {
    save: await writeAtomically(join(saved, 'case.json'), large()),
    key: await keys.writeKey({ text: 'x'.repeat(LARGE), replaces: true }),
    evidence: await writeFolder(evidence, pack(large())),
    sealedFile: await requests.writeSealedFile({
      place: 'chosen',
      name: `${KEY_ID}-${'a'.repeat(32)}.respite-file`,
      bytes: large(),
    }),
    backup: await requests.writeBackup(backup(2, large())),
  }
  const there = (await readdir(folder, { recursive: true })).sort()
  const old = [
    await readFile(join(saved, 'case.json'), 'utf8'),
    await readFile(join(saved, 'data-key.json'), 'utf8'),
  ]
  return { codes, there, old }
}

if (parts.includes('fill')) await fill()
if (parts.includes('overfill')) process.stdout.write(JSON.stringify(await overfill()))
