/** The state of a stream of chance: four 32-bit words, never all zero. */
export type RandomState = Uint32Array

/** 2³² ÷ the golden ratio, odd: the step between the counters that seed a stream. */
const GOLDEN_STEP = 0x9e37_79b9

/**
 * Mixes 32 bits so that every input bit reaches every output bit; a bijection.
 * Source: A. Appleby, MurmurHash3, the 32-bit finaliser (public domain).
 */
function mix(word: number): number {
  let mixed = word ^ (word >>> 16)
  mixed = Math.imul(mixed, 0x85eb_ca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * Puts a state to the beginning of one stream of a seed. Streams of one seed don't depend on how
 * many others are drawn, so that runs may be shared out between workers in any way. Four different
 * counters go through a bijection: never four zeros.
 * Source: seeding by a counter and a mixing function, as in G. L. Steele et al., SplitMix (2014).
 */
export function seedRandom(state: RandomState, seed: number, stream: number): void {
  const start = mix(seed + GOLDEN_STEP) + Math.imul(stream * 4, GOLDEN_STEP)
  for (let word = 0; word < 4; word += 1) {
    state[word] = mix(start + Math.imul(word, GOLDEN_STEP))
  }
}

/**
 * The next whole number from 0 to 2³² − 1; the state moves on.
 * Source: xoshiro128** 1.1, D. Blackman and S. Vigna (2018, public domain).
 */
export function nextRandom(state: RandomState): number {
  const second = state[1] ?? 0
  const third = (state[2] ?? 0) ^ (state[0] ?? 0)
  const fourth = (state[3] ?? 0) ^ second
  state[1] = second ^ third
  state[0] = (state[0] ?? 0) ^ fourth
  state[2] = third ^ (second << 9)
  state[3] = rotated(fourth, 11)
  return Math.imul(rotated(Math.imul(second, 5), 7), 9) >>> 0
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
