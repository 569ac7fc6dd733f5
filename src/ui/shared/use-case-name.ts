import { useI18n } from 'vue-i18n'

/** What is known of a case's name. */
export interface NamedCase {
  /** What the person calls it; empty until they named it. */
  readonly name: string
  /** Whose it is, as the case itself says; empty where it does not. */
  readonly debtor: string
  readonly isSample: boolean
}

/** How a case is called on the screen: by its own name, else by whose it is. */
export function useCaseName(): (named: NamedCase) => string {
  const { t } = useI18n()
  return ({ name, debtor, isSample }) => {
    if (name !== '') return name
    if (isSample) return t('shared.caseName.sample')
    return debtor === '' ? t('shared.caseName.own') : t('shared.caseName.named', { name: debtor })
  }
}
