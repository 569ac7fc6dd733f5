import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from 'vue'

/** How far beyond what is seen rows are kept, in pixels: the next ones are there before they are reached. */
const MARGIN = 800

interface Keyed {
  readonly key: string
}

export interface WindowRow<Row> {
  readonly row: Row
  readonly index: number
}

/**
 * The rows of a long list that stand in the window, and the room that the others take before and
 * after them. A row's height is guessed until it has been drawn once, then known. Where the row that
 * has the focus is scrolled away, the list takes it over: it needs `tabindex="-1"`.
 */
export function useWindowRows<Row extends Keyed>(
  rows: Ref<readonly Row[]>,
  list: Ref<HTMLElement | null>,
  guess: (row: Row) => number,
) {
  const view = useView(list)
  const { heights, measured, observe } = useHeights(list)
  const offsets = computed(() => {
    void measured.value
    const ends = new Float64Array(rows.value.length + 1)
    rows.value.forEach((row, index) => {
      ends[index + 1] = (ends[index] ?? 0) + (heights.get(row.key) ?? guess(row))
    })
    return ends
  })
  const range = computed(() => ({
    first: indexAt(offsets.value, view.place.value.top - MARGIN),
    last: indexAt(offsets.value, view.place.value.bottom + MARGIN),
  }))
  const shown = computed((): readonly WindowRow<Row>[] => {
    const { first, last } = range.value
    return rows.value.slice(first, last + 1).map((row, n) => ({ row, index: first + n }))
  })
  const before = computed(() => offsets.value[range.value.first] ?? 0)
  const after = computed(() => {
    const end = Math.min(range.value.last + 1, rows.value.length)
    return (offsets.value.at(-1) ?? 0) - (offsets.value[end] ?? 0)
  })
  watch(rows, view.look, { flush: 'post' })
  watch(shown, (rest) => keepFocus(list.value, rest), { flush: 'pre' })
  watch([shown, list], observe, { flush: 'post', immediate: true })
  return { shown, before, after }
}

/** The keyboard goes on from the list, not from the top of the page. */
function keepFocus(list: HTMLElement | null, rest: readonly WindowRow<Keyed>[]): void {
  const focused = list?.contains(document.activeElement) ? document.activeElement : null
  const key = focused?.closest<HTMLElement>('[data-key]')?.dataset['key']
  if (key !== undefined && rest.every(({ row }) => row.key !== key))
    list?.focus({ preventScroll: true })
}

/** Which part of the list stands in the window, in pixels from its top. */
function useView(list: Ref<HTMLElement | null>) {
  const place = shallowRef({ top: 0, bottom: 0 })
  function look(): void {
    const top = -(list.value?.getBoundingClientRect().top ?? 0)
    place.value = { top, bottom: top + window.innerHeight }
  }
  // What is unfolded above the list moves it without a scroll.
  const page = new ResizeObserver(look)
  onMounted(() => {
    look()
    page.observe(document.body)
    // Also where the list scrolls in a box of its own.
    window.addEventListener('scroll', look, { passive: true, capture: true })
    window.addEventListener('resize', look)
  })
  onBeforeUnmount(() => {
    page.disconnect()
    window.removeEventListener('scroll', look, { capture: true })
    window.removeEventListener('resize', look)
  })
  return { place, look }
}

/** The heights of rows that have been drawn, by key; `measured` changes when one of them does. */
function useHeights(list: Ref<HTMLElement | null>) {
  const heights = new Map<string, number>()
  const measured = ref(0)
  function note({ target }: ResizeObserverEntry): boolean {
    const row = target as HTMLElement
    const { key } = row.dataset
    if (key === undefined || row.offsetHeight === 0 || heights.get(key) === row.offsetHeight)
      return false
    heights.set(key, row.offsetHeight)
    return true
  }
  const observer = new ResizeObserver((entries) => {
    if (entries.map(note).some(Boolean)) measured.value += 1
  })
  function observe(): void {
    observer.disconnect()
    for (const row of list.value?.querySelectorAll('[data-key]') ?? []) observer.observe(row)
  }
  onBeforeUnmount(() => observer.disconnect())
  return { heights, measured, observe }
}

/** The row that stands at a height; the first or last one beyond the ends. */
export function indexAt(offsets: Float64Array, height: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((offsets[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}
