import type { ProposalMessage, StartProposalSearch } from './proposal-protocol.ts'

/**
 * Runs each search in a worker of its own, which ends with it: the solver can't be interrupted, but
 * its thread can. The worker and the solver are loaded when the first search starts.
 */
export const startProposalSearch: StartProposalSearch = (request, hear) => {
  const worker = new Worker(new URL('proposal-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ProposalMessage>) => {
    if (data.kind === 'result' || data.kind === 'failed') worker.terminate()
    hear(data)
  })
  worker.addEventListener('error', ({ message }) => {
    worker.terminate()
    hear({ kind: 'failed', cause: message })
  })
  worker.postMessage(request)
  return {
    cancel: () => {
      worker.terminate()
    },
  }
}
