import { describe, expect, it } from 'vitest'
import { loadBundledPack } from '../../../src/packs/bundled-pack.ts'
import { shippedPack } from '../../support/pack-files.ts'

describe('the pack built into the app', () => {
  it('is the shipped one, whole', () => {
    const { talk, ...rest } = loadBundledPack()
    const { talk: shippedTalk, ...shipped } = shippedPack()
    expect(rest).toEqual(shipped)
    expect(talk()).toEqual(shippedTalk())
  })
})
