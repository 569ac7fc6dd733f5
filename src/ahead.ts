import type { DesktopApi } from './contract/index.ts'
import type { Locale } from './domain/case/index.ts'
import { readMessages } from './i18n/message-files.ts'
import { readCheckedPack } from './packs/checked-pack-file.ts'
import type { ChosenTheme } from './ui/shared/appearance.ts'

// What every start waits for is asked for here, before the app's own code runs: shell and disk look for it meanwhile.
// So this is the first import of `main.ts`, and brings nothing heavy along.

const LOOK = 'look'

/** How the app looked last. */
export interface Look {
  readonly locale: Locale
  readonly theme: ChosenTheme
}

/** The language of a person who has not chosen one: their system's, where the app speaks it. */
export const systemLocale = (): Locale => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')

/** What was chosen last, kept outside the sealed data. */
export function lastLook(): Look {
  const [locale, theme] = (localStorage.getItem(LOOK) ?? '').split(' ')
  return {
    locale: locale === 'en' || locale === 'zh-CN' ? locale : systemLocale(),
    theme: theme === 'dark' || theme === 'light' ? theme : 'system',
  }
}

/** Keeps what was chosen, for what stands before the app at the next start. */
export function keepLook({ locale, theme }: Look): void {
  localStorage.setItem(LOOK, `${locale} ${theme}`)
}

/** The answer that was asked for ahead to whoever asks first, a new one to all others. */
function askedAhead<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let ahead: Promise<Answer> | null = ask()
  return () => {
    const answer = ahead ?? ask()
    ahead = null
    return answer
  }
}

/** The shell, already asked for the key and for a renewal that was cut off. */
const askShell = (shell: DesktopApi): DesktopApi => ({
  ...shell,
  readKey: askedAhead(shell.readKey),
  renewalCopy: askedAhead(shell.renewalCopy),
})

/** Null in a plain browser. */
export const shellAhead = window.desktop === undefined ? null : askShell(window.desktop)

export const packAhead = readCheckedPack()

// A failure is told to whoever needs them.
readMessages(lastLook().locale).catch(() => undefined)
