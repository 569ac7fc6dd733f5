import { readonly, shallowRef } from 'vue'

export type ChosenTheme = 'system' | 'light' | 'dark'
type ShownTheme = 'light' | 'dark'

const shown = shallowRef<ShownTheme>('light')

/** The theme on the screen now. Charts read colours out of the page, so they look at this to know when. */
export const shownTheme = readonly(shown)

/** Puts a theme on the page; the system's choice is followed until the returned stop is called. */
export function applyTheme(chosen: ChosenTheme): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const show = (): void => {
    const theme = chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen
    document.documentElement.dataset['theme'] = theme
    shown.value = theme
  }
  show()
  system.addEventListener('change', show)
  return () => {
    system.removeEventListener('change', show)
  }
}
