import { ref } from 'vue'
import type { DesktopApi, DesktopFailure, DesktopReply, PrintDocument } from '../contract/index.ts'
import { useServices } from './services.ts'

/** What came of printing, saving or copying a page. Closing the dialog is a person's own choice: nothing is said of it. */
export type PageOutcome =
  | { readonly kind: 'printed' | 'copied' | 'not-copied' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'failed'; readonly code: DesktopFailure }

type OtherFile = Parameters<DesktopApi['saveFile']>[0]

const outcomeOf = <Value>(
  reply: DesktopReply<Value>,
  good: (value: Value) => PageOutcome,
): PageOutcome => (reply.ok ? good(reply.value) : { kind: 'failed', code: reply.code })

/** Printing a page, copying it and saving it as a file. Never rejects: `outcome` says what came of it. */
export function usePageOutput() {
  const { desktop } = useServices()
  const isWorking = ref(false)
  const outcome = ref<PageOutcome | null>(null)

  async function run(work: () => Promise<PageOutcome>): Promise<void> {
    outcome.value = null
    isWorking.value = true
    const result = await work().catch(() => ({ kind: 'failed', code: 'failed' }) as const)
    isWorking.value = false
    outcome.value = result.kind === 'failed' && result.code === 'cancelled' ? null : result
  }

  const print = (page: PrintDocument): Promise<void> =>
    run(async () => outcomeOf(await desktop.print(page), () => ({ kind: 'printed' })))

  const savePdf = (page: PrintDocument, suggestedName: string): Promise<void> =>
    run(async () =>
      outcomeOf(await desktop.savePdf({ ...page, suggestedName }), ({ path }) => ({
        kind: 'saved',
        path,
      })),
    )

  /** Saves what is first made: a document that takes its time. */
  const saveFile = (make: () => Promise<OtherFile>): Promise<void> =>
    run(async () =>
      outcomeOf(await desktop.saveFile(await make()), ({ path }) => ({ kind: 'saved', path })),
    )

  const copy = (text: string): Promise<void> =>
    run(async () => ({
      kind: (await desktop.copyText({ text })).ok ? 'copied' : 'not-copied',
    }))

  /** Shows a saved file in its folder; says something only where that fails. */
  async function reveal(path: string): Promise<void> {
    const reply = await desktop.revealFile({ path })
    if (!reply.ok) outcome.value = { kind: 'failed', code: reply.code }
  }

  const clear = (): void => {
    outcome.value = null
  }
  return { isWorking, outcome, print, savePdf, saveFile, copy, reveal, clear }
}
