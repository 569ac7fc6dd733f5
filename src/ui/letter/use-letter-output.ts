import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DesktopFailure, PrintDocument } from '../../contract/index.ts'
import { useServices } from '../../stores/index.ts'

/** How the last action ended: the sentence to show, and the file where there is one. */
export interface OutputResult {
  readonly kind: 'good' | 'serious'
  readonly words: string
  readonly path: string | null
}

/** Saving, printing and copying a letter, with what came of it in words. */
export function useLetterOutput() {
  const { t } = useI18n()
  const { desktop } = useServices()
  const result = ref<OutputResult | null>(null)
  const isWorking = ref(false)

  const good = (words: string, path: string | null = null): OutputResult => ({
    kind: 'good',
    words,
    path,
  })
  /** Closing the dialog is a person's own choice: nothing is said about it. */
  const failed = (code: DesktopFailure): OutputResult | null =>
    code === 'cancelled'
      ? null
      : { kind: 'serious', words: t(`shared.desktopFailure.${code}`), path: null }

  async function run(work: () => Promise<OutputResult | null>): Promise<void> {
    result.value = null
    isWorking.value = true
    try {
      result.value = await work()
    } catch {
      result.value = failed('failed')
    } finally {
      isWorking.value = false
    }
  }

  const savePdf = (letter: PrintDocument, suggestedName: string): Promise<void> =>
    run(async () => {
      const reply = await desktop.savePdf({ ...letter, suggestedName })
      return reply.ok
        ? good(t('letter.result.saved', { path: reply.value.path }), reply.value.path)
        : failed(reply.code)
    })

  const print = (letter: PrintDocument): Promise<void> =>
    run(async () => {
      const reply = await desktop.print(letter)
      return reply.ok ? good(t('letter.result.printed')) : failed(reply.code)
    })

  const copy = (text: string): Promise<void> =>
    run(async () => {
      const reply = await desktop.copyText({ text })
      return reply.ok
        ? good(t('letter.result.copied'))
        : { kind: 'serious', words: t('letter.result.copyFailed'), path: null }
    })

  const reveal = async (path: string): Promise<void> => {
    const reply = await desktop.revealFile({ path })
    if (!reply.ok) result.value = failed(reply.code)
  }

  return { result, isWorking, savePdf, print, copy, reveal, clear: () => (result.value = null) }
}
