import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useCaseStore } from '../../stores/index.ts'
import { hidesAmounts } from '../shared/discretion.ts'

/**
 * After a change of page the keyboard stands on the page's heading, which a screen reader then
 * reads, the page is seen from its top, and the window is named after it. Pages come late, so the heading is waited for.
 */
export function usePageHeading(main: Ref<HTMLElement | null>): void {
  const { t } = useI18n()
  const router = useRouter()
  const cases = useCaseStore()
  // Never the person's own name, which stands in the case: titles are in the task bar, for anyone to
  // read. What a case was called on purpose is shown, unless amounts are hidden from who looks on.
  const caseWords = computed(() => {
    if (cases.facts === null) return ''
    if (cases.name !== '' && !hidesAmounts.value) return cases.name
    return t(cases.isSample ? 'shared.caseName.sample' : 'shared.caseName.own')
  })
  let mayTakeFocus = false
  let known: Element | null = null

  function nameWindow(): void {
    const heading = main.value?.querySelector('h1, h2') ?? null
    const text = heading?.textContent.trim() ?? ''
    document.title = [text, caseWords.value, t('shared.appName')]
      .filter((part) => part !== '')
      .join(' · ')
    if (heading === known) return
    known = heading
    if (mayTakeFocus && heading instanceof HTMLElement) {
      mayTakeFocus = false
      // A page that asks something has gone to its field already: its label is what is read then.
      if (main.value?.querySelector(':focus') instanceof HTMLInputElement) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
  }

  const observer = new MutationObserver(nameWindow)
  watch(
    main,
    (element) => {
      observer.disconnect()
      if (element === null) return
      observer.observe(element, { childList: true, characterData: true, subtree: true })
      nameWindow()
    },
    { immediate: true, flush: 'post' },
  )
  watch(caseWords, nameWindow)
  // Another case is another page, wherever it is opened from.
  watch(
    () => cases.caseId,
    () => {
      mayTakeFocus = true
      known = null
    },
  )
  const stop = router.afterEach((to, from) => {
    // The first page and a change of the query leave the keyboard where it is.
    if (from.matched.length === 0 || to.path === from.path) return
    mayTakeFocus = true
    known = null
    window.scrollTo({ top: 0 })
  })
  onScopeDispose(() => {
    stop()
    observer.disconnect()
  })
}
