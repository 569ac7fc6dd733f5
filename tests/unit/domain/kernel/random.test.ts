import { describe, expect, it } from 'vitest'
import { nextRandom, seedRandom } from '../../../../src/domain/kernel/index.ts'

const take = (state: Uint32Array, count: number): number[] =>
  Array.from({ length: count }, () => nextRandom(state))

const streamOf = (seed: number, stream: number): Uint32Array => {
  const state = new Uint32Array(4)
  seedRandom(state, seed, stream)
  return state
}

describe('chance', () => {
  it('is that of the published xoshiro128** from the state 1, 2, 3, 4', () => {
    expect(take(Uint32Array.of(1, 2, 3, 4), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ])
  })

  it('is the same for the same seed and stream, and another for another', () => {
    expect(take(streamOf(1, 7), 5)).toEqual(take(streamOf(1, 7), 5))
    expect(take(streamOf(1, 7), 5)).not.toEqual(take(streamOf(1, 8), 5))
    expect(take(streamOf(1, 7), 5)).not.toEqual(take(streamOf(2, 7), 5))
  })

  it('gives streams side by side that have nothing to do with each other', () => {
    // First numbers of many streams: their mean and the share of the lower half are those of chance.
    const firsts = Array.from({ length: 20_000 }, (_, stream) => nextRandom(streamOf(1, stream)))
    const mean = firsts.reduce((sum, value) => sum + value / 2 ** 32, 0) / firsts.length
    expect(mean).toBeGreaterThan(0.49)
    expect(mean).toBeLessThan(0.51)
    const rises = firsts.filter((value, at) => value < (firsts[at + 1] ?? 0)).length
    expect(rises / firsts.length).toBeGreaterThan(0.49)
    expect(rises / firsts.length).toBeLessThan(0.51)
  })

  it('never begins with nothing but zeros', () => {
    for (const seed of [0, 1, 0xffff_ffff])
      expect(Math.max(...take(streamOf(seed, 0), 4))).toBeGreaterThan(0)
  })
})
