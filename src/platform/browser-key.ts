import type { DesktopApi, KeyReading } from '../contract/index.ts'
import { guarded, REFUSED } from './guarded.ts'

const PLACE = 'respite-key'
const DONE = { ok: true, value: null } as const

/** The key file of a plain browser lies in its local storage; there is no shell to make guesses wait. */
export function keyTwin(
  view: Window,
): Pick<DesktopApi, 'readKey' | 'tryKey' | 'keyOpened' | 'writeKey'> {
  const stored = () => view.localStorage.getItem(PLACE)
  return {
    readKey: guarded('readKey', async () => ({ ok: true, value: keyReading(stored()) })),
    tryKey: guarded('tryKey', async () => {
      const text = stored()
      return keyReading(text).state === 'locked'
        ? { ok: true, value: { waitSeconds: 0, text } }
        : REFUSED
    }),
    keyOpened: guarded('keyOpened', async () => DONE),
    writeKey: guarded('writeKey', async ({ text, replaces }) => {
      if ((stored() !== null) !== replaces) return REFUSED
      view.localStorage.setItem(PLACE, text)
      return DONE
    }),
  }
}

function keyReading(text: string | null): KeyReading {
  if (text === null) return { state: 'none' }
  return text.includes('"protection":"none"') ? { state: 'open', text } : { state: 'locked' }
}
