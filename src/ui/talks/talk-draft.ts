import type { Talk, TalkKind } from '../../domain/case/index.ts'
import {
  refuse,
  succeed,
  type CalendarDate,
  type Fen,
  type Rate,
  type Result,
} from '../../domain/kernel/index.ts'

/** A step of the talks as its dialog holds it. */
export interface TalkDraft {
  kind: TalkKind
  on: CalendarDate | null
  amount: Fen | null
  months: number | null
  concession: number | null
  rate: Rate | null
  replyBy: CalendarDate | null
  inWriting: boolean
  note: string
}

export type TalkProblems = Partial<
  Record<'on' | 'replyBy', 'required' | 'in-future' | 'before-talk'>
>

/** Whether a kind of step names terms at all. */
export const namesTerms = (kind: TalkKind): boolean =>
  kind === 'asked' || kind === 'countered' || kind === 'agreed'

export const newTalkDraft = (on: CalendarDate, kind: TalkKind): TalkDraft => ({
  kind,
  on,
  amount: null,
  months: null,
  concession: null,
  rate: null,
  replyBy: null,
  inWriting: false,
  note: '',
})

const NO_TERMS = { amount: null, months: null, concession: null, rate: null } as const

/** The step without its id, or what is wrong with it. Terms are kept only where the kind names any. */
export function readTalkDraft(
  draft: TalkDraft,
  today: CalendarDate,
): Result<Omit<Talk, 'id'>, TalkProblems> {
  const { kind, on, replyBy, inWriting, note } = draft
  const problems = problemsOf(draft, today)
  if (on === null || Object.keys(problems).length > 0) return refuse(problems)
  const terms = namesTerms(kind) ? draft : NO_TERMS
  const { amount, months, concession, rate } = terms
  return succeed({
    kind,
    on,
    amount,
    months,
    concession,
    rate,
    replyBy,
    inWriting,
    note: note.trim(),
  })
}

function problemsOf({ on, replyBy }: TalkDraft, today: CalendarDate): TalkProblems {
  if (on === null) return { on: 'required' }
  return {
    ...(on > today ? { on: 'in-future' } : {}),
    ...(replyBy !== null && replyBy < on ? { replyBy: 'before-talk' } : {}),
  }
}
