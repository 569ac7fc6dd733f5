import type { SavedLetter } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'

/** More earlier texts than this are not kept: the oldest go. */
const MOST_VERSIONS = 30

/** A letter with a new text; the one before becomes its latest version. A letter that was sent stays as it is. */
export function withText(letter: SavedLetter, markdown: string, on: CalendarDate): SavedLetter {
  if (letter.sent !== null || letter.markdown === markdown) return letter
  const before = { savedOn: letter.savedOn, markdown: letter.markdown }
  const versions = [...letter.versions, before].slice(-MOST_VERSIONS)
  return { ...letter, markdown, savedOn: on, versions }
}
