import type { TalkKind } from '../../domain/case/index.ts'
import type { LoanNegotiation, NegotiationMove } from '../../domain/proposal/index.ts'

/** The page on which the next step of the talks is taken. */
export interface TalkPage {
  readonly name: 'letter' | 'agreement' | 'plan'
  readonly params?: { readonly id: string }
  readonly query?: { readonly loan: string; readonly letter?: string }
}

/** Where the next step about a loan is taken; null where it is to write down what they say. */
export function talkPage({ loan, move }: Pick<LoanNegotiation, 'loan' | 'move'>): TalkPage | null {
  const pages: Partial<Record<NegotiationMove, TalkPage>> = {
    ask: { name: 'letter', query: { loan } },
    'ask-again': { name: 'letter', query: { loan } },
    answer: { name: 'agreement', params: { id: loan } },
    'get-it-in-writing': { name: 'letter', query: { loan, letter: 'agreement-confirmation' } },
    'keep-to-it': { name: 'plan' },
  }
  return pages[move] ?? null
}

/** What a person most likely writes down next. */
export const LIKELY_TALK: Readonly<Record<NegotiationMove, TalkKind>> = {
  ask: 'asked',
  'ask-again': 'asked',
  wait: 'countered',
  answer: 'asked',
  'ask-for-reasons': 'asked',
  'get-it-in-writing': 'agreed',
  'keep-to-it': 'agreed',
}
