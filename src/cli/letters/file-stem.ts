const LONGEST_STEM = 80

/**
 * A file name without its ending from an id, which may be any text: letters, digits and a few signs
 * stay, so that no id reaches another folder; a second one that looks the same gets a number.
 */
export function fileStem(id: string, taken: ReadonlySet<string>): string {
  const safe = id
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '_')
    .slice(0, LONGEST_STEM)
  let stem = safe
  for (let n = 2; hasIgnoringCase(taken, stem); n += 1) stem = `${safe}-${String(n)}`
  return stem
}

/** Some file systems take A and a for the same name. */
const hasIgnoringCase = (taken: ReadonlySet<string>, stem: string): boolean =>
  [...taken].some((other) => other.toLowerCase() === stem.toLowerCase())
