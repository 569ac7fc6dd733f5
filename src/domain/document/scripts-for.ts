import type { Case, Contact, CreditorKind, Loan } from '../case/index.ts'
import { latestOf, type CalendarDate } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import type { ScriptSituation } from './script-types.ts'

/** A script that applies: to which loan, and whether the facts show it now or it is only to be ready for. */
export interface ScriptMatch {
  readonly situation: ScriptSituation
  readonly loan: string
  readonly isNow: boolean
}

/** One loan as the choice of scripts sees it. */
interface Standing {
  readonly loan: Loan
  readonly lender: CreditorKind
  readonly overdueDays: number
  /** Contacts about this loan, or with its creditor or whoever collects for that one. */
  readonly contacts: readonly Contact[]
}

/** Calls to a company's service line or from its collectors: a cousin who lent money has neither. */
const COMPANY_ONLY: readonly ScriptSituation[] = [
  'hotline-proactive',
  'collector-first',
  'collector-repeated',
  'collector-aggressive',
  'confirm-agreement',
  'regulator-hotline',
]

/** Whether a script makes sense with this kind of lender. */
export const suitsLender = (situation: ScriptSituation, lender: CreditorKind): boolean =>
  lender !== 'private' || !COMPANY_ONLY.includes(situation)

const COLLECTOR_ABUSE: readonly string[] = ['threat', 'abuse', 'impersonation']

/**
 * The scripts for a case on a day. Every loan that is still owed has the calls that its stage, its
 * negotiation and its log call for; situations that could meet anyone come once, about the loan that
 * is longest overdue, and so do contacts of which nobody knows for whom they were made. What the
 * facts show stands first.
 */
export function scriptsFor(facts: Case, on: CalendarDate): readonly ScriptMatch[] {
  const standings = standingsOf(facts, on)
  const longest = standings.toSorted((a, b) => b.overdueDays - a.overdueDays)[0]
  const unclaimed = facts.contacts.filter(
    ({ loan, creditor }) => loan === null && creditor === null,
  )
  const perLoan = standings.flatMap((standing) =>
    ownScripts(
      standing === longest
        ? { ...standing, contacts: [...standing.contacts, ...unclaimed] }
        : standing,
    ),
  )
  const shown = new Set(perLoan.map(({ situation }) => situation))
  const ready = longest === undefined ? [] : readyScripts(longest, shown)
  const all = [...perLoan, ...ready]
  return [...all.filter(({ isNow }) => isNow), ...all.filter(({ isNow }) => !isNow)]
}

function standingsOf(facts: Case, on: CalendarDate): readonly Standing[] {
  return facts.loans.flatMap((loan) => {
    const { owedNow, overdueDays } = replayLoan(loan, facts.payments, on)
    const lender = facts.creditors.find(({ id }) => id === loan.creditor)?.kind
    if (owedNow <= 0 || lender === undefined) return []
    const parties = new Set(
      facts.creditors
        .filter(({ id, onBehalfOf }) => id === loan.creditor || onBehalfOf === loan.creditor)
        .map(({ id }) => id),
    )
    const contacts = facts.contacts.filter((contact) =>
      contact.loan === null
        ? contact.creditor !== null && parties.has(contact.creditor)
        : contact.loan === loan.id,
    )
    return [{ loan, lender, overdueDays, contacts }]
  })
}

/** The scripts that this loan's own facts call for. */
function ownScripts(standing: Standing): readonly ScriptMatch[] {
  const { loan } = standing
  const rows: readonly { readonly situation: ScriptSituation; readonly when: boolean }[] = [
    { situation: 'court-papers', when: loan.litigation !== null },
    { situation: 'confirm-agreement', when: hasUnwrittenAgreement(loan) },
    { situation: 'offer-too-high', when: lastTalk(loan) === 'countered' },
    { situation: 'settlement-talk', when: loan.offers.some(({ kind }) => kind === 'settlement') },
    { situation: 'hotline-proactive', when: isOpenToTalk(loan) },
    ...collectorRows(standing),
    ...loggedRows(standing),
  ]
  return rows
    .filter(({ situation, when }) => when && suitsLender(situation, standing.lender))
    .map(({ situation }) => ({ situation, loan: loan.id, isNow: true }))
}

/** Which of the three calls by a collector is to be expected. */
function collectorRows({ overdueDays, contacts }: Standing) {
  const inbound = contacts.filter(
    ({ direction, channel }) => direction === 'in' && channel === 'call',
  )
  const isAggressive = contacts.some(({ conduct }) =>
    conduct.some((tag) => COLLECTOR_ABUSE.includes(tag)),
  )
  const isRepeated = !isAggressive && inbound.length > 1
  return [
    { situation: 'collector-aggressive', when: isAggressive },
    { situation: 'collector-repeated', when: isRepeated },
    { situation: 'collector-first', when: overdueDays > 0 && !isAggressive && !isRepeated },
  ] as const
}

/** What the log shows to have happened. */
function loggedRows({ contacts }: Standing) {
  const has = (test: (contact: Contact) => boolean): boolean => contacts.some(test)
  const tagged = (tag: Contact['conduct'][number]) => has(({ conduct }) => conduct.includes(tag))
  return [
    { situation: 'call-at-work', when: has(({ party }) => party === 'employer') },
    {
      situation: 'third-party-contacted',
      when: has(({ party }) => party === 'emergency-contact' || party === 'third-party'),
    },
    { situation: 'home-visit', when: has(({ channel }) => channel === 'visit') },
    {
      situation: 'text-reply',
      when: has(({ channel, direction }) => direction === 'in' && TEXT.includes(channel)),
    },
    { situation: 'personal-account', when: tagged('personal-account-payment') },
    { situation: 'new-borrowing', when: tagged('new-borrowing-suggested') },
    { situation: 'regulator-hotline', when: has(({ conduct }) => conduct.length > 0) },
  ] as const
}

const TEXT: readonly Contact['channel'][] = ['sms', 'wechat', 'app', 'social-media']

/** What could meet anyone with a debt that is still owed, and needs no fact to be read beforehand. */
const READY: readonly ScriptSituation[] = [
  'collector-first',
  'text-reply',
  'personal-account',
  'new-borrowing',
  'offer-too-high',
]

/** What becomes likely once a loan is overdue. */
const READY_WHEN_OVERDUE: readonly ScriptSituation[] = [
  'collector-repeated',
  'collector-aggressive',
  'call-at-work',
  'third-party-contacted',
  'home-visit',
  'settlement-talk',
  'court-papers',
  'regulator-hotline',
]

function readyScripts(
  { loan, lender, overdueDays }: Standing,
  shown: ReadonlySet<ScriptSituation>,
): readonly ScriptMatch[] {
  const situations = overdueDays > 0 ? [...READY, ...READY_WHEN_OVERDUE] : READY
  return situations
    .filter((situation) => !shown.has(situation) && suitsLender(situation, lender))
    .map((situation) => ({ situation, loan: loan.id, isNow: false }))
}

/** A call of one's own makes sense until an agreement stands or a judgment does. */
const isOpenToTalk = ({ litigation, agreements }: Loan): boolean =>
  agreements.length === 0 && litigation !== 'judgment'

const lastTalk = ({ talks }: Loan) => latestOf(talks)?.kind

const hasUnwrittenAgreement = (loan: Loan): boolean =>
  lastTalk(loan) === 'agreed' && !loan.agreements.some(({ inWriting }) => inWriting)
