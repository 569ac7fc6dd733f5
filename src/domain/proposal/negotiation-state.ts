import type { Agreement, Case, Loan, Offer, Talk } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'

/** How far the talks about a loan have come. Agreed by word alone is not agreed in writing. */
export const NEGOTIATION_STAGES = [
  'countered',
  'not-contacted',
  'refused',
  'asked',
  'agreed',
  'agreed-in-writing',
] as const
export type NegotiationStage = (typeof NEGOTIATION_STAGES)[number]

/** The one thing to do next about a loan. */
export type NegotiationMove =
  'ask' | 'wait' | 'ask-again' | 'answer' | 'ask-for-reasons' | 'get-it-in-writing' | 'keep-to-it'

export interface LoanNegotiation {
  readonly loan: string
  readonly stage: NegotiationStage
  readonly move: NegotiationMove
  /** Oldest first. */
  readonly talks: readonly Talk[]
  /** The creditor's offers that can still be taken. */
  readonly offers: readonly Offer[]
  /** The agreement made last. */
  readonly agreement: Agreement | null
  /** The day by which an answer is promised or an offer has to be taken: the nearest one; null = none. */
  readonly dueOn: CalendarDate | null
}

export interface CreditorNegotiation {
  readonly creditor: string
  /** Of its loans the stage that needs the person most. */
  readonly stage: NegotiationStage
  readonly loans: readonly LoanNegotiation[]
}

/**
 * Where the talks with every creditor stand on a day, read from the recorded talks, offers and
 * agreements: the last word counts, and an agreement above every word before it. An offer that can
 * still be taken counts as a counter where nothing was asked yet or the ask was refused. Creditors
 * without a loan are left out.
 */
export function negotiations(facts: Case, on: CalendarDate): readonly CreditorNegotiation[] {
  return facts.creditors
    .map(({ id }) => {
      const loans = facts.loans
        .filter(({ creditor }) => creditor === id)
        .map((loan) => loanNegotiation(loan, on))
      const stage = NEGOTIATION_STAGES.find((wanted) => loans.some((loan) => loan.stage === wanted))
      return { creditor: id, stage: stage ?? 'not-contacted', loans }
    })
    .filter(({ loans }) => loans.length > 0)
}

function loanNegotiation(loan: Loan, on: CalendarDate): LoanNegotiation {
  const talks = byDay(loan.talks, (talk) => talk.on).filter((talk) => talk.on <= on)
  const agreement = byDay(loan.agreements, ({ signedOn }) => signedOn).at(-1) ?? null
  const offers = loan.offers.filter(({ deadline }) => deadline === null || deadline >= on)
  const last = talks.at(-1) ?? null
  const stage = stageOf({ last, agreement, hasOffer: offers.length > 0 })
  const isWaiting = stage === 'asked' || stage === 'countered'
  const dates = [
    ...(isWaiting && last?.replyBy != null ? [last.replyBy] : []),
    ...offers.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])),
  ].sort()
  return {
    loan: loan.id,
    stage,
    move: moveOf(stage, last, on),
    talks,
    offers,
    agreement,
    dueOn: dates.at(0) ?? null,
  }
}

const byDay = <Item>(
  items: readonly Item[],
  dayOf: (item: Item) => CalendarDate,
): readonly Item[] =>
  items.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))

interface Standing {
  readonly last: Talk | null
  readonly agreement: Agreement | null
  readonly hasOffer: boolean
}

function stageOf({ last, agreement, hasOffer }: Standing): NegotiationStage {
  // Talks after an agreement reopen it.
  if (agreement !== null && (last === null || last.on <= agreement.signedOn))
    return agreedStage(agreement.inWriting)
  if (last === null) return hasOffer ? 'countered' : 'not-contacted'
  return last.kind === 'agreed' ? agreedStage(last.inWriting) : afterTalk(last.kind, hasOffer)
}

const agreedStage = (inWriting: boolean): NegotiationStage =>
  inWriting ? 'agreed-in-writing' : 'agreed'

function afterTalk(kind: Exclude<Talk['kind'], 'agreed'>, hasOffer: boolean): NegotiationStage {
  if (kind === 'countered' || (kind === 'refused' && hasOffer)) return 'countered'
  return kind === 'refused' ? 'refused' : 'asked'
}

const MOVES: Readonly<Record<NegotiationStage, NegotiationMove>> = {
  'not-contacted': 'ask',
  asked: 'wait',
  countered: 'answer',
  refused: 'ask-for-reasons',
  agreed: 'get-it-in-writing',
  'agreed-in-writing': 'keep-to-it',
}

/** No answer, or none by the day it was promised for: ask again. */
function moveOf(stage: NegotiationStage, last: Talk | null, on: CalendarDate): NegotiationMove {
  const isSilent = last?.kind === 'no-answer' || (last?.replyBy != null && last.replyBy < on)
  return stage === 'asked' && isSilent ? 'ask-again' : MOVES[stage]
}
