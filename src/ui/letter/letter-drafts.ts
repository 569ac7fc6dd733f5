import { shallowReactive } from 'vue'

/** Texts that a person changed, by letter; kept until the app is closed. */
const drafts = shallowReactive(new Map<string, string>())

export interface LetterKey {
  readonly caseId: string
  readonly proposal: string
  readonly loan: string
  readonly locale: string
}

const nameOf = ({ caseId, proposal, loan, locale }: LetterKey): string =>
  [caseId, proposal, loan, locale].join('/')

/** The changed text of a letter, or null while it is as written by the template. */
export const draftOf = (key: LetterKey): string | null => drafts.get(nameOf(key)) ?? null

/** Keeps a changed text; one that equals the original is no change. */
export function keepDraft(key: LetterKey, text: string, original: string): void {
  if (text === original) drafts.delete(nameOf(key))
  else drafts.set(nameOf(key), text)
}

/** Goes back to the template's own text. */
export const dropDraft = (key: LetterKey): void => {
  drafts.delete(nameOf(key))
}
