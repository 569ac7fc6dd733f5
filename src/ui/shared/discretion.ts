import { readonly, ref } from 'vue'

const hidden = ref(false)

/** Whether amounts are hidden now: formats and fields follow it. */
export const hidesAmounts = readonly(hidden)

/** Hides or shows all amounts at once; typed ones are hidden by the stylesheet. */
export function hideAmounts(hides: boolean): void {
  hidden.value = hides
  document.documentElement.dataset['amounts'] = hides ? 'hidden' : 'shown'
}
