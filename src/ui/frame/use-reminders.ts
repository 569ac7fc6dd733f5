import { onMounted, onScopeDispose } from 'vue'
import { useReminderStore } from '../../stores/index.ts'

const A_MINUTE_MS = 60_000

/** Looks every minute, and when the window comes back, whether something is to be said. */
export function useReminders(): void {
  const reminders = useReminderStore()
  const look = (): void => void reminders.look()
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    void reminders.open()
    timer = setInterval(look, A_MINUTE_MS)
    window.addEventListener('focus', look)
  })
  onScopeDispose(() => {
    clearInterval(timer)
    window.removeEventListener('focus', look)
  })
}
