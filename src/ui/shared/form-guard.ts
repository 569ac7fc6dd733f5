import { computed, inject, provide, shallowReactive, type InjectionKey } from 'vue'

interface FormGuard {
  readonly report: (field: symbol, isBad: boolean) => void
}

const guardKey: InjectionKey<FormGuard> = Symbol('form-guard')

/**
 * For a form with a save button: whether a field inside holds text that could not be read. Such a
 * field still carries its former value, which must not be saved in place of what was typed.
 */
export function provideFormGuard() {
  const bad = shallowReactive(new Set<symbol>())
  provide(guardKey, {
    report: (field, isBad) => {
      if (isBad) bad.add(field)
      else bad.delete(field)
    },
  })
  return { hasUnreadable: computed(() => bad.size > 0) }
}

/** The guard of the form around a field; null where no form asks. */
export const useFormGuard = (): FormGuard | null => inject(guardKey, null)
