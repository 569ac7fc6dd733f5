import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DesktopFailure, PrintDocument } from '../../contract/index.ts'
import { useServices } from '../../stores/index.ts'

/** Printing and saving the sheet, with what came of it in words. */
export function useSheetOutput() {
  const { t } = useI18n()
  const { desktop } = useServices()
  const isWorking = ref(false)
  const result = ref<{ readonly kind: 'good' | 'serious'; readonly words: string } | null>(null)

  async function run(
    work: () => Promise<{ ok: true; words: string } | { ok: false; code: DesktopFailure }>,
  ): Promise<void> {
    result.value = null
    isWorking.value = true
    const outcome = await work().catch(() => ({ ok: false, code: 'failed' }) as const)
    isWorking.value = false
    if (outcome.ok) result.value = { kind: 'good', words: outcome.words }
    // Closing the dialog is a person's own choice: nothing is said about it.
    else if (outcome.code !== 'cancelled')
      result.value = { kind: 'serious', words: t(`shared.desktopFailure.${outcome.code}`) }
  }

  const print = (sheet: PrintDocument): Promise<void> =>
    run(async () => {
      const reply = await desktop.print(sheet)
      return reply.ok ? { ok: true, words: t('calls.sheet.printed') } : reply
    })

  const savePdf = (sheet: PrintDocument, suggestedName: string): Promise<void> =>
    run(async () => {
      const reply = await desktop.savePdf({ ...sheet, suggestedName })
      return reply.ok
        ? { ok: true, words: t('calls.sheet.saved', { path: reply.value.path }) }
        : reply
    })

  return { isWorking, result, print, savePdf }
}
