import type { Localised } from '../cost/index.ts'
import type { WeighedCitation } from './types.ts'

export const SCAM_WEIGHTS = ['strong', 'weak'] as const
export type ScamWeight = (typeof SCAM_WEIGHTS)[number]

/** A warning sign in an advertisement or a message. */
export interface ScamSign {
  readonly id: string
  /** Strong: enough to stop by itself. Weak: seen in honest messages too. */
  readonly weight: ScamWeight
  readonly title: Localised
  /** Why it is a warning. */
  readonly says: Localised
  /** Words, any of which shows it, in lower case and without spaces. */
  readonly anyOf: readonly string[]
  /** Words of which one has to be there as well; empty = none needed. */
  readonly togetherWith: readonly string[]
  readonly sources: readonly WeighedCitation[]
}

export interface ScamMatch {
  readonly sign: ScamSign
  /** The words of the sign that were found. */
  readonly words: readonly string[]
}

/** More than anybody pastes; the rest is not looked at. */
export const LONGEST_SCAM_TEXT = 20_000

/**
 * The warning signs in a text, strong ones first. It finds words and understands nothing: a text
 * without a sign may be a scam, and one with a sign may be honest.
 */
export function checkScam(text: string, signs: readonly ScamSign[]): readonly ScamMatch[] {
  const plain = plainText(text.slice(0, LONGEST_SCAM_TEXT))
  const has = (word: string): boolean => plain.includes(plainText(word))
  return signs
    .flatMap((sign): ScamMatch[] => {
      const words = sign.anyOf.filter(has)
      const isJoined = sign.togetherWith.length === 0 || sign.togetherWith.some(has)
      return words.length > 0 && isJoined ? [{ sign, words }] : []
    })
    .toSorted(
      (one, other) =>
        SCAM_WEIGHTS.indexOf(one.sign.weight) - SCAM_WEIGHTS.indexOf(other.sign.weight),
    )
}

/** Full-width letters as plain ones, lower case, without what is put between letters to hide a word. */
const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}·•*_~|-]+/gu, '')
