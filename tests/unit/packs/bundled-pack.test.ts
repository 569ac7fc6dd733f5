import { describe, expect, it } from 'vitest'
import { bundledPack } from '../../../src/packs/bundled-pack.ts'
import { readCheckedPack } from '../../../src/packs/checked-pack-file.ts'
import { shippedPack } from '../../support/pack-files.ts'

describe('the pack built into the app', () => {
  it('is the shipped one, whole', async () => {
    const { talk, ...rest } = bundledPack(await readCheckedPack())
    const { talk: shippedTalk, ...shipped } = shippedPack()
    expect(rest).toEqual(shipped)
    expect(talk()).toEqual(shippedTalk())
  })
})
