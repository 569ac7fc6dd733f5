import { useI18n } from 'vue-i18n'
import type { Citation } from '../../domain/cost/index.ts'
import { useFormat } from './use-format.ts'

/** Where a rule is to be read: its instrument, article and number, as the page's language writes them. */
export function useCitation() {
  const { t } = useI18n()
  const { locale } = useFormat()

  /** The pack writes articles as bare numbers: "25, 28". */
  function articleOf({ article }: Citation): string | null {
    const numbers = article?.split(', ') ?? []
    if (numbers.length === 0) return null
    const list = numbers.join(locale.value === 'zh-CN' ? '、' : ', ')
    return t('shared.citation.article', { numbers: list }, numbers.length)
  }

  const whereOf = (citation: Citation): string =>
    [citation.instrument[locale.value], articleOf(citation), citation.documentNumber]
      .filter((part) => part !== null && part !== '')
      .join(' · ')

  return { whereOf }
}
