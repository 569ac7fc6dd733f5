import type { ContactChannel } from '../../domain/case/index.ts'

const WRITTEN: readonly ContactChannel[] = ['sms', 'wechat', 'email', 'app', 'letter']

/** Whether a talk is held in writing: its answers are sent, not said. */
export const isWritten = (channel: ContactChannel): boolean => WRITTEN.includes(channel)

/** An answer as it is sent: without what it tells the person to do first, in brackets at the beginning. */
export const messageText = (answer: string): string =>
  answer.replace(/^\s*(?:（[^）]*）|\([^)]*\))\s*/u, '')
