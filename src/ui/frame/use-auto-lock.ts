import { onScopeDispose, watch } from 'vue'
import { useLockStore, useSettingsStore } from '../../stores/index.ts'

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the app when nobody touched it for as long as the person chose. */
export function useAutoLock(): void {
  const lock = useLockStore()
  const settings = useSettingsStore()
  let touched = Date.now()
  const touch = (): void => {
    touched = Date.now()
  }
  for (const name of TOUCHES) window.addEventListener(name, touch, { passive: true })
  // The clock is looked at, not a timer set: one that sleeps with the computer would come late.
  const watching = setInterval(() => {
    const { lockAfter } = settings
    if (lockAfter !== null && Date.now() - touched >= lockAfter * 60_000) void lock.lock()
  }, 5000)
  const stop = watch(() => settings.lockAfter, touch)
  onScopeDispose(() => {
    stop()
    clearInterval(watching)
    for (const name of TOUCHES) window.removeEventListener(name, touch)
  })
}
