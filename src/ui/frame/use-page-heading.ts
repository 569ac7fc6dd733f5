import { onScopeDispose, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useCaseStore } from '../../stores/index.ts'

/**
 * After a change of page the keyboard stands on the page's heading, which a screen reader then
 * reads, the page is seen from its top, and the window is named after it. Pages come late, so the heading is waited for.
 */
export function usePageHeading(main: Ref<HTMLElement | null>): void {
  const { t } = useI18n()
  const router = useRouter()
  let mayTakeFocus = false
  let known: Element | null = null

  function nameWindow(): void {
    const heading = main.value?.querySelector('h1, h2') ?? null
    const text = heading?.textContent.trim() ?? ''
    document.title = text === '' ? t('shared.appName') : `${text} · ${t('shared.appName')}`
    if (heading === known) return
    known = heading
    if (mayTakeFocus && heading instanceof HTMLElement) {
      mayTakeFocus = false
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
  // Another case is another page, wherever it is opened from.
  const cases = useCaseStore()
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
