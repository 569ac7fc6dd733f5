import { useI18n } from 'vue-i18n'
import type { Case } from '../../domain/case/index.ts'
import type { AgendaItem } from '../../domain/plan/index.ts'
import { loanNames } from '../shared/loan-names.ts'

/** Kinds that the title of a task says more of. */
const OWN_WORDS = new Set<AgendaItem['kind']>(['task', 'complaint-reply'])

/** What an item of the agenda is called. */
export function useAgendaWords(facts: () => Case | null) {
  const { t } = useI18n()
  const about = ({ loan, creditor }: AgendaItem): string => {
    const name = loan === null ? undefined : loanNames(facts()).get(loan)
    return name ?? facts()?.creditors.find(({ id }) => id === creditor)?.name ?? ''
  }
  return {
    about,
    /** In the person's own words where there are any. */
    titleOf: (item: AgendaItem): string =>
      OWN_WORDS.has(item.kind) && item.title !== '' ? item.title : t(`agenda.kind.${item.kind}`),
    /** For other eyes: no names, no amounts. */
    discreet: ({ kind }: AgendaItem): string => t(`agenda.discreet.${kind}`),
  }
}
