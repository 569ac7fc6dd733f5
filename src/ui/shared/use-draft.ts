import { computed, onUnmounted, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldReason } from './field-reason.ts'
import type { FieldReading } from './read-field.ts'
import { useFormGuard } from './form-guard.ts'

interface DraftEnds<Value> {
  readonly value: () => Value | null
  readonly write: (value: Value) => string
  readonly read: (text: string) => FieldReading<Value>
  readonly emit: (value: Value | null) => void
  readonly error: () => string | null | undefined
  readonly required: () => boolean
}

/**
 * The text of a field until it is committed. Only a value that can be read, or an emptied field, is
 * handed on; text that can't be read stays as it was typed, with the reason.
 */
export function useDraft<Value>(ends: DraftEnds<Value>) {
  const { t } = useI18n()
  const shown = (value: Value | null): string => (value === null ? '' : ends.write(value))
  const text = ref(shown(ends.value()))
  const reason = ref<FieldReason | null>(null)
  let handedOn = ends.value()

  // By what it looks like: a rate is a new object each time it is computed.
  watch(
    () => shown(ends.value()),
    (now) => {
      if (now === shown(handedOn)) return
      handedOn = ends.value()
      reason.value = null
      // Somebody who reads along while the text is typed must not have it laid out under their fingers.
      const typed = ends.read(text.value)
      if (!typed.ok || shown(typed.value) !== now) text.value = now
    },
  )

  function commit(): void {
    const reading = ends.read(text.value)
    if (!reading.ok) {
      reason.value = reading.problem
      return
    }
    const { value } = reading
    reason.value = value === null && ends.required() ? { code: 'required' } : null
    if (value !== null) text.value = ends.write(value)
    if (shown(value) === shown(handedOn)) return
    handedOn = value
    ends.emit(value)
  }

  const error = computed(() => {
    const own = reason.value
    return own === null
      ? (ends.error() ?? null)
      : t(`shared.fieldReason.${own.code}`, own.values ?? {})
  })

  const guard = useFormGuard()
  const key = Symbol('field')
  watch(reason, (now) => guard?.report(key, now !== null))
  onUnmounted(() => guard?.report(key, false))

  return { text, error, commit }
}
