import { Buffer } from 'node:buffer'
import type { Protocol } from 'electron'
import { APP_SCHEME } from '../app-origin.ts'
import { securityHeaders } from './security-headers.ts'

/** What a page asks for. */
export interface Asked {
  readonly url: string
  readonly method: string
}

export interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Buffer
}

/** Makes answers that carry the headers of a content policy, whatever they are. */
export function answersUnder(
  contentPolicy: string,
): (status: number, type: string, body: string | Buffer) => Answer {
  const headers = securityHeaders(contentPolicy)
  return (status, type, body) => ({
    status,
    headers: { ...headers, 'Content-Type': type },
    body: typeof body === 'string' ? Buffer.from(body) : body,
  })
}

/**
 * Answers what the pages of a session ask of the app's own scheme. `handle` would do the same with web requests and
 * responses; the first of these makes Node load its whole HTTP client, and each start waited for it (60 ms of 700).
 */
export function answerScheme(protocol: Protocol, answer: (asked: Asked) => Answer): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, give) => {
    const { status, headers, body } = answer({ url, method })
    give({ statusCode: status, headers, data: body })
  })
}
