import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import type { Locale } from '../../domain/case/index.ts'
import {
  scriptContext,
  scriptsFor,
  SCRIPT_SITUATIONS,
  suitsLender,
} from '../../domain/document/index.ts'
import { renderScript } from '../../packs/index.ts'
import { useCaseStore, useDayStore, useProposals, useServices } from '../../stores/index.ts'

/**
 * The script of the page's situation about one debt, with the person's own figures. Where nothing
 * else was chosen it is about the debt that the records point to, else the first that it suits.
 */
export function useCallScript() {
  const route = useRoute()
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const searched = useProposals()
  const { locale: screenLocale } = useI18n()
  const locale = ref<Locale>(screenLocale.value === 'en' ? 'en' : 'zh-CN')
  watch(screenLocale, (chosen) => {
    locale.value = chosen === 'en' ? 'en' : 'zh-CN'
  })

  const situation = computed(
    () => SCRIPT_SITUATIONS.find((known) => known === route.params['situation']) ?? null,
  )
  const chosenLoan = ref(typeof route.query['loan'] === 'string' ? route.query['loan'] : null)
  const loans = computed(() => {
    const { facts } = cases
    const named = situation.value
    if (facts === null || named === null) return []
    const kinds = new Map(facts.creditors.map(({ id, kind }) => [id, kind]))
    return facts.loans.filter(({ creditor }) => suitsLender(named, kinds.get(creditor) ?? 'other'))
  })
  const loan = computed(() => {
    const { facts } = cases
    const byId = (id: string | null | undefined) => loans.value.find((other) => other.id === id)
    const matched =
      facts === null
        ? undefined
        : scriptsFor(facts, days.day).find((match) => match.situation === situation.value)
    return byId(chosenLoan.value) ?? byId(matched?.loan) ?? loans.value[0] ?? null
  })
  const proposal = computed(() => {
    const set = searched.set
    return set?.proposals.find(({ id }) => id === set.recommended) ?? null
  })
  const context = computed(() => {
    const { facts } = cases
    if (facts === null || loan.value === null) return null
    const request = { facts, loanId: loan.value.id, proposal: proposal.value }
    return scriptContext({ ...request, on: days.day, locale: locale.value, rules: pack })
  })
  const script = computed(() =>
    context.value === null || situation.value === null
      ? null
      : renderScript(pack, situation.value, context.value),
  )
  return {
    situation,
    chosenLoan,
    loans,
    loan,
    locale,
    context,
    script,
    searched,
  }
}
