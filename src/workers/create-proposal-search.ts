import type { ProposalMessage, StartProposalSearch } from './proposal-protocol.ts'

/** How long a worker that has nothing to do waits for the next search, in milliseconds. */
const IDLE = 120_000

/**
 * Runs searches in workers: the solver can't be interrupted, but its thread can. A worker that came to
 * its end waits a while for the next search, which then is ready in a third of the time; one that was
 * stopped or failed is gone. The worker and the solver are loaded when the first search starts.
 */
export function createProposalSearch(): StartProposalSearch {
  let rest: { readonly worker: Worker; readonly ending: ReturnType<typeof setTimeout> } | null =
    null

  function take(): Worker {
    if (rest === null) {
      return new Worker(new URL('proposal-worker.ts', import.meta.url), { type: 'module' })
    }
    const { worker, ending } = rest
    clearTimeout(ending)
    rest = null
    return worker
  }

  function keep(worker: Worker): void {
    worker.onmessage = null
    worker.onerror = null
    rest?.worker.terminate()
    clearTimeout(rest?.ending)
    const ending = setTimeout(() => {
      worker.terminate()
      rest = null
    }, IDLE)
    rest = { worker, ending }
  }

  return (request, hear) => {
    const worker = take()
    let isOver = false
    const end = (): void => {
      isOver = true
      worker.terminate()
    }
    worker.onmessage = ({ data }: MessageEvent<ProposalMessage>) => {
      if (data.kind === 'failed') end()
      if (data.kind === 'result') {
        isOver = true
        keep(worker)
      }
      hear(data)
    }
    worker.onerror = ({ message }) => {
      end()
      hear({ kind: 'failed', cause: message })
    }
    worker.postMessage(request)
    return {
      cancel: () => {
        if (!isOver) end()
      },
    }
  }
}
