import { ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron'
import {
  REQUEST_CHANNELS,
  type ReplyOf,
  type RequestMethod,
  type RequestOf,
} from '../../../src/contract/channels.ts'
import { readRequest } from '../../../src/contract/ipc.ts'
import { isAppAddress } from '../app-origin.ts'

/** What answers each method of the contract. A handler returns its failures; what it throws is reported as `failed`. */
export type RequestHandlers = {
  readonly [Method in RequestMethod]: (request: RequestOf<Method>) => Promise<ReplyOf<Method>>
}

/** Only the main frame of a page of ours may ask. A frame that is gone by now may not. */
function isTrusted(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isAppAddress(frame.url)
}

function handleRequest<Method extends RequestMethod>(
  method: Method,
  handler: RequestHandlers[Method],
): void {
  const refuse = (code: 'refused' | 'failed') => ({ ok: false, code }) as const
  const answer = async (event: IpcMainInvokeEvent, ...payload: unknown[]) => {
    if (!isTrusted(event.senderFrame)) return refuse('refused')
    const read = readRequest(method, payload)
    if (read === null) return refuse('refused')
    try {
      return await handler(read.request)
    } catch {
      // Electron would send the error's text, with paths in it, to the page.
      return refuse('failed')
    }
  }
  ipcMain.handle(REQUEST_CHANNELS[method], answer)
}

/** Opens the channels of the contract. This file alone touches `ipcMain`. */
export function handleRequests(handlers: RequestHandlers): void {
  for (const method of Object.keys(REQUEST_CHANNELS) as RequestMethod[]) {
    handleRequest(method, handlers[method])
  }
}
