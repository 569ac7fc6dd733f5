import { computed, type Ref } from 'vue'
import type { Loan, Locale } from '../../domain/case/index.ts'
import { letterContext } from '../../domain/document/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import { renderLetter } from '../../packs/index.ts'
import { useCaseStore, useDayStore, useServices } from '../../stores/index.ts'
import { draftOf, dropDraft, keepDraft, type LetterKey } from './letter-drafts.ts'

const PROPOSAL_LETTER = 'hardship-proposal'

export interface LetterChoice {
  readonly proposal: Readonly<Ref<Proposal | null>>
  readonly loan: Readonly<Ref<Loan | null>>
  readonly locale: Readonly<Ref<Locale>>
}

/** The letter's Markdown: the template's text, or what the person made of it. */
export function useLetterText({ proposal, loan, locale }: LetterChoice) {
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()

  const template = computed(() => pack.letters.find(({ id }) => id === PROPOSAL_LETTER) ?? null)
  const context = computed(() =>
    cases.facts === null ||
    template.value === null ||
    proposal.value === null ||
    loan.value === null
      ? null
      : letterContext({
          facts: cases.facts,
          proposal: proposal.value,
          letter: template.value,
          subject: { creditor: loan.value.creditor, loan: loan.value.id },
          conduct: [],
          on: days.day,
          locale: locale.value,
          rules: pack,
        }),
  )
  const original = computed(() =>
    template.value === null || context.value === null
      ? null
      : renderLetter(pack, template.value.id, context.value),
  )
  const key = computed<LetterKey | null>(() =>
    cases.caseId === null || proposal.value === null || loan.value === null
      ? null
      : {
          caseId: cases.caseId,
          proposal: proposal.value.id,
          loan: loan.value.id,
          locale: locale.value,
        },
  )
  const draft = computed(() => (key.value === null ? null : draftOf(key.value)))

  return {
    template,
    context,
    markdown: computed(() => draft.value ?? original.value),
    isEdited: computed(() => draft.value !== null),
    edit: (text: string): void => {
      if (key.value !== null && original.value !== null) keepDraft(key.value, text, original.value)
    },
    restore: (): void => {
      if (key.value !== null) dropDraft(key.value)
    },
  }
}
