import type { ReplyOf, RequestMethod, RequestOf } from '../contract/channels.ts'
import { readRequest } from '../contract/ipc.ts'

export const REFUSED = { ok: false, code: 'refused' } as const

/** Refuses a request that the contract does not name, as the shell does. */
export function guarded<Method extends RequestMethod>(
  method: Method,
  answer: (request: RequestOf<Method>) => Promise<ReplyOf<Method>>,
): (request?: RequestOf<Method>) => Promise<ReplyOf<Method> | typeof REFUSED> {
  return async (...payload) => {
    const read = readRequest(method, payload)
    return read === null ? REFUSED : answer(read.request)
  }
}
