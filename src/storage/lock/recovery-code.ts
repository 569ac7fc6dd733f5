/** Crockford's Base32: no letter that is taken for another when it is read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 25
const GROUP = 5

/** A new recovery code: 25 letters in groups of five, 125 random bits. */
export function newRecoveryCode(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(LETTERS))]
    // 256 is a multiple of 32: no letter is more likely than another.
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
    .join('')
  return groups(letters)
}

/** A code as it was typed, in the one form it is used in: spaces, dashes and look-alikes don't matter. */
export function readRecoveryCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return groups(letters)
}

const groups = (letters: string): string =>
  (letters.match(new RegExp(`.{1,${String(GROUP)}}`, 'gu')) ?? []).join('-')
