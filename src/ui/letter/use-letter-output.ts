import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type {
  DesktopFailure,
  DesktopReply,
  PrintDocument,
  SavedFile,
} from '../../contract/index.ts'
import { letterBlocks, letterText } from '../../packs/index.ts'
import { useServices } from '../../stores/index.ts'
import { letterDocx } from './letter-docx.ts'

/** How the last action ended: the sentence to show, and the file where there is one. */
export interface OutputResult {
  readonly kind: 'good' | 'serious'
  readonly words: string
  readonly path: string | null
}

/** What a letter is saved from. */
export interface LetterSource {
  readonly markdown: string
  readonly title: string
  readonly author: string
  readonly locale: PrintDocument['locale']
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
  const saved = (reply: DesktopReply<SavedFile>): OutputResult | null =>
    reply.ok
      ? good(t('letter.result.saved', { path: reply.value.path }), reply.value.path)
      : failed(reply.code)

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
    run(async () =>
      saved(await desktop.savePdf({ ...letter, suggestedName: `${suggestedName}.pdf` })),
    )

  const saveDocx = (letter: LetterSource, suggestedName: string): Promise<void> =>
    run(async () => {
      const bytes = await letterDocx(letterBlocks(letter.markdown), letter)
      const file = { suggestedName: `${suggestedName}.docx`, extension: 'docx', bytes } as const
      return saved(await desktop.saveFile(file))
    })

  const print = (letter: PrintDocument): Promise<void> =>
    run(async () => {
      const reply = await desktop.print(letter)
      return reply.ok ? good(t('letter.result.printed')) : failed(reply.code)
    })

  const copy = (markdown: string): Promise<void> =>
    run(async () => {
      const reply = await desktop.copyText({ text: letterText(markdown) })
      return reply.ok
        ? good(t('letter.result.copied'))
        : { kind: 'serious', words: t('letter.result.copyFailed'), path: null }
    })

  const reveal = async (path: string): Promise<void> => {
    const reply = await desktop.revealFile({ path })
    if (!reply.ok) result.value = failed(reply.code)
  }

  const clear = (): void => {
    result.value = null
  }
  return { result, isWorking, savePdf, saveDocx, print, copy, reveal, clear }
}
