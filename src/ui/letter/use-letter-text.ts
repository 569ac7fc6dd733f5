import { computed, ref, watch, type Ref } from 'vue'
import type { Locale, SavedLetter } from '../../domain/case/index.ts'
import { letterContext, withText, type LetterSubject } from '../../domain/document/index.ts'
import { dropMember, putMember } from '../../domain/case/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import { renderWithFields, type LetterTemplate } from '../../packs/index.ts'
import { useCaseStore, useDayStore, useFiguresStore, useServices } from '../../stores/index.ts'

export interface LetterChoice {
  readonly template: Readonly<Ref<LetterTemplate | null>>
  readonly proposal: Readonly<Ref<Proposal | null>>
  readonly subject: Readonly<Ref<LetterSubject | null>>
  readonly locale: Readonly<Ref<Locale>>
}

/** The letter's Markdown: the template's text, or what the person made of it and the case keeps. */
export function useLetterText(choice: LetterChoice) {
  const cases = useCaseStore()
  /** What is being typed and not yet in the case. */
  const typed = ref<string | null>(null)
  const { context, original } = useOriginal(choice)
  const { saved, sentLetters, letterWith } = useKept(choice)
  const markdown = computed(
    () => typed.value ?? saved.value?.markdown ?? original.value?.markdown ?? null,
  )
  const { template, subject, locale } = choice
  watch(
    () => [template.value?.id, subject.value?.loan, subject.value?.creditor, locale.value].join(),
    () => (typed.value = null),
  )

  async function keep(text: string): Promise<void> {
    const isOriginal = text === original.value?.markdown && saved.value === null
    const letter = isOriginal ? null : letterWith(text)
    if (letter !== null && letter !== saved.value)
      await cases.change('letter-saved', (facts) => putMember(facts, 'letters', letter))
    typed.value = null
  }

  async function restore(): Promise<void> {
    typed.value = null
    const id = saved.value?.id
    if (id !== undefined)
      await cases.change('letter-removed', (facts) => dropMember(facts, 'letters', id))
  }

  return {
    context,
    markdown,
    fields: computed(() => original.value?.fields ?? []),
    saved,
    sentLetters,
    isEdited: computed(() => typed.value !== null || saved.value !== null),
    type: (text: string): void => {
      typed.value = text
    },
    keep,
    restore,
    letterWith,
  }
}

/** The letter as the template has it, with the case's values. */
function useOriginal({ template, proposal, subject, locale }: LetterChoice) {
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const figures = useFiguresStore()
  const context = computed(() =>
    cases.facts === null || template.value === null || subject.value === null
      ? null
      : letterContext({
          facts: cases.facts,
          proposal: proposal.value,
          letter: template.value,
          subject: subject.value,
          conduct: figures.conduct,
          on: days.day,
          locale: locale.value,
          rules: pack,
        }),
  )
  const original = computed(() =>
    template.value === null || context.value === null
      ? null
      : renderWithFields(pack, template.value.id, context.value),
  )
  return { context, original }
}

/** What the case keeps of this letter: the one being written, and those that were sent. */
function useKept({ template, subject, locale }: LetterChoice) {
  const { newId } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const isThis = (letter: SavedLetter): boolean =>
    letter.letter === template.value?.id &&
    letter.loan === (subject.value?.loan ?? null) &&
    letter.creditor === (subject.value?.creditor ?? null) &&
    letter.locale === locale.value
  const letters = computed(() => (cases.facts?.letters ?? []).filter(isThis))
  const saved = computed(() => letters.value.find(({ sent }) => sent === null) ?? null)

  /** The letter as the case would keep it, with this text. */
  function letterWith(text: string): SavedLetter | null {
    if (template.value === null) return null
    if (saved.value !== null) return withText(saved.value, text, days.day)
    return {
      id: newId(),
      letter: template.value.id,
      loan: subject.value?.loan ?? null,
      creditor: subject.value?.creditor ?? null,
      locale: locale.value,
      title: template.value.title[locale.value],
      markdown: text,
      savedOn: days.day,
      versions: [],
      sent: null,
    }
  }
  const sentLetters = computed(() => letters.value.filter(({ sent }) => sent !== null))
  return { saved, sentLetters, letterWith }
}
