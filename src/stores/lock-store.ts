import { defineStore } from 'pinia'
import { useCaseStore } from './case-store.ts'
import { useServices } from './services.ts'

/** The app lock: who is asked for what when it is set, changed or taken away, and locking itself. */
export const useLockStore = defineStore('lock', () => {
  const { vault, restart } = useServices()
  const cases = useCaseStore()

  /** Saves what waits and starts anew at the lock screen, so that nothing stays in memory. Nothing without a lock. */
  async function lock(): Promise<void> {
    if (!vault.hasLock.value) return
    // A field hands on what was typed when it loses the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await cases.settled()
    restart()
  }

  return {
    hasLock: vault.hasLock,
    lock,
    /** Checks a passphrase or recovery code as the lock screen would. */
    check: (secret: string) => vault.unlock(secret),
    protect: (passphrase: string) => vault.protect(passphrase),
    release: () => vault.release(),
  }
})
