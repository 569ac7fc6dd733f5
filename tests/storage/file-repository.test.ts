import { describe, expect, it } from 'vitest'
import { createFileRepository, MAX_ATTACHED_BYTES } from '../../src/storage/repositories/index.ts'
import { aCase } from '../support/builders.ts'
import { openTestDatabase, testRepository } from './open-test-database.ts'

const text = (words: string) => new TextEncoder().encode(words)
const recording = { name: '通话录音（虚构）.m4a', mediaType: 'audio/mp4', bytes: text('abc') }

async function openWithCase() {
  const database = await openTestDatabase()
  const cases = testRepository(database)
  const caseId = await cases.create(aCase(), { sample: false })
  return { database, cases, caseId, files: createFileRepository(database) }
}

describe('an attached file', () => {
  it('is named by its content and comes back as it was', async () => {
    const { caseId, files } = await openWithCase()
    const evidence = await files.add(caseId, recording)
    // FIPS 180-4, example B.1.
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(evidence).toEqual({ name: recording.name, sha256 })
    expect(await files.load(caseId, sha256)).toEqual(recording)
  })

  it('is kept once however often it is attached, under the name it came with first', async () => {
    const { database, caseId, files } = await openWithCase()
    const first = await files.add(caseId, recording)
    const again = await files.add(caseId, { ...recording, name: '另一个名字.m4a' })
    expect(again).toEqual({ name: '另一个名字.m4a', sha256: first.sha256 })
    expect(await database.files.count()).toBe(1)
  })

  it('may be empty, and may not be too large', async () => {
    const { caseId, files } = await openWithCase()
    const { sha256 } = await files.add(caseId, { ...recording, bytes: text('') })
    expect((await files.load(caseId, sha256))?.bytes).toEqual(text(''))
    const bytes = new Uint8Array(MAX_ATTACHED_BYTES + 1)
    await expect(files.add(caseId, { ...recording, bytes })).rejects.toMatchObject({
      code: 'refused',
    })
  })

  it('belongs to its case alone and goes with it', async () => {
    const { database, cases, caseId, files } = await openWithCase()
    const { sha256 } = await files.add(caseId, recording)
    expect(await files.load('another', sha256)).toBeNull()
    await expect(files.add('another', recording)).rejects.toMatchObject({ code: 'no-such-case' })
    await cases.remove(caseId)
    expect(await database.files.count()).toBe(0)
  })
})
