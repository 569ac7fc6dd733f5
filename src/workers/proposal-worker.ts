import { loadSolver } from '../solver/index.ts'
import { solverAddress } from '../solver/solver-address.ts'
import type { ProposalMessage, ProposalRequest } from './proposal-protocol.ts'
import { searchProposals } from './search-proposals.ts'

// The entry of the proposal worker: one request, and the answers to it. To cancel, the window ends the worker.
self.addEventListener('message', ({ data }: MessageEvent<ProposalRequest>) => {
  const say = (message: ProposalMessage): void => {
    self.postMessage(message)
  }
  void searchProposals(
    data,
    (total) => loadSolver({ totalTimeLimit: total, wasmUrl: solverAddress }),
    say,
  )
})
