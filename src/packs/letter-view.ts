import type { Contact } from '../domain/case/index.ts'
import type { LetterContext, LetterDebtPart } from '../domain/document/index.ts'
import { daysBetween, fen, sumFen, type Fen } from '../domain/kernel/index.ts'

interface ShareView {
  /** A, B …: what another creditor is called in this letter. Empty for the addressee. */
  readonly letter: string
  readonly owedNow: Fen
  readonly instalment: Fen
  readonly isAddressee: boolean
}

/** Instalments of the same amount in a row, numbered from 1. */
interface Step {
  readonly from: number
  readonly to: number
  readonly amount: Fen
}

type NamesOf<View> = View extends unknown ? keyof View : never
/** What of the view is made from the proposal, by the functions that make it. */
type ProposalName =
  | NamesOf<ReturnType<typeof offerView>>
  | NamesOf<ReturnType<typeof debtViews>>
  | 'settlement'
  | 'summary'

const FROM_PROPOSAL: Readonly<Record<ProposalName, true>> = {
  offer: true,
  asksInterestStop: true,
  asksPenaltyWaiver: true,
  interestCutTo: true,
  steps: true,
  isLevel: true,
  isPutOff: true,
  offerBeyondBalance: true,
  offerBelowBalance: true,
  settlement: true,
  shares: true,
  sharesTotal: true,
  isProportional: true,
  debts: true,
  debtsTotal: true,
  hasMonthly: true,
  summary: true,
}
/** A letter that names any of it changes with the proposal. */
export const PROPOSAL_NAMES: ReadonlySet<string> = new Set(Object.keys(FROM_PROPOSAL))

/** A first payment later than this puts payments off: a fortnight to answer and the wait for a pay day take less. */
const USUAL_WAIT_DAYS = 45
/** More contacts than this make a letter that nobody reads; the rest is in the log that is enclosed. */
const MOST_INCIDENTS = 20

/**
 * What a template may name. Text is in the letter's language; the other creditors' names are left
 * out altogether, so that no template can disclose them.
 */
export function letterView(context: LetterContext): Readonly<Record<string, unknown>> {
  const { locale, debtor } = context
  return {
    on: context.on,
    debtor,
    reasons: debtor.hardship,
    creditor: context.creditor,
    loan: context.loan,
    contracts: context.loans.map(({ product, contractNo }) => ({ product, contractNo })),
    account: context.account,
    charges: chargesOf(context.account),
    cost: context.cost,
    settlement: context.settlement,
    theirOffer: context.theirOffer,
    agreement: context.agreement && {
      ...context.agreement,
      isLevel: isLevel(stepsOf(context.agreement.instalments)),
      lastAmount: context.agreement.instalments.at(-1)?.amount ?? context.agreement.amount,
    },
    addressee: context.addressee?.[locale] ?? null,
    complaint: context.complaint,
    means: context.means,
    ...budgetView(context),
    ...offerView(context),
    ...debtViews(context),
    summary: summaryView(context),
    ...incidentsView(context),
    rules: context.rules.map(({ title, says, citation, checkFirst }) => ({
      title: title[locale],
      says: says[locale],
      instrument: citation.instrument[locale],
      article: citation.article,
      documentNumber: citation.documentNumber,
      checkFirst,
    })),
  }
}

/** What came from paying late. */
const chargesOf = (account: LetterContext['account']): Fen | null =>
  account && fen(account.penalty + account.fees)

function budgetView({ budget }: LetterContext) {
  return {
    incomes: budget.incomes,
    essentials: budget.expenses.filter(({ essential }) => essential),
    others: budget.expenses.filter(({ essential }) => !essential),
  }
}

const NOTHING_ASKED = { asksInterestStop: false, asksPenaltyWaiver: false, interestCutTo: null }

function offerView({ offer, account, on }: LetterContext) {
  if (offer === null) return { offer, ...NOTHING_ASKED, isLevel: true }
  const { asksInterestStop, asksPenaltyWaiver, interestCutTo } = offer
  const steps = stepsOf(offer.payments)
  const beyond = fen(offer.total - (account?.owedNow ?? 0))
  return {
    offer,
    asksInterestStop,
    asksPenaltyWaiver,
    interestCutTo,
    steps,
    isLevel: isLevel(steps),
    isPutOff: daysBetween(on, offer.firstOn) > USUAL_WAIT_DAYS,
    offerBeyondBalance: beyond,
    offerBelowBalance: fen(-beyond),
  }
}

/** Whether all instalments are the same, the last one aside. */
function isLevel(steps: readonly Step[]): boolean {
  const last = steps.at(-1)
  return steps.length === 1 || (steps.length === 2 && last?.from === last?.to)
}

function debtViews({ shares, debts }: LetterContext) {
  return {
    shares: shareViews(shares),
    sharesTotal: {
      owedNow: sumFen(shares.map(({ owedNow }) => owedNow)),
      instalment: sumFen(shares.map(({ instalment }) => instalment)),
    },
    isProportional: isProportional(shares),
    debts: debtRows(debts),
    debtsTotal: {
      owedNow: sumFen(debts.map(({ owedNow }) => owedNow)),
      principal: sumFen(debts.map(({ principal }) => principal)),
      arrears: sumFen(debts.map(({ arrears }) => arrears)),
      monthly: sumFen(debts.map(({ monthly }) => monthly ?? fen(0))),
    },
    hasMonthly: debts.some(({ monthly }) => monthly !== null),
  }
}

/** The contacts that are complained of: the latest where there are many. */
function incidentsView({ incidents }: LetterContext) {
  const shown = incidents.slice(-MOST_INCIDENTS)
  return {
    incidents: shown.map(incidentView),
    incidentsLeftOut: incidents.length - shown.length,
    hasOthers: incidents.some(({ party }) => party !== 'debtor'),
    hasRecording: incidents.some(({ recorded, evidence }) => recorded || evidence.length > 0),
  }
}

/** The moment as it was written down, with the clock of the place. */
const incidentView = (contact: Contact) => ({
  on: contact.at.slice(0, 10),
  time: contact.at.slice(11, 16),
  channel: contact.channel,
  party: contact.party,
  connected: contact.connected,
  who: [contact.caller?.agency, contact.caller?.name].filter(Boolean).join(' '),
  number: contact.caller?.number ?? '',
  conduct: contact.conduct,
  disclosedDebt: contact.disclosedDebt && contact.party !== 'debtor',
  recorded: contact.recorded,
  notes: contact.notes,
})

function stepsOf(payments: readonly { readonly amount: Fen }[]): readonly Step[] {
  const steps: Step[] = []
  payments.forEach(({ amount }, index) => {
    const last = steps.at(-1)
    if (last?.amount === amount) steps[steps.length - 1] = { ...last, to: index + 1 }
    else steps.push({ from: index + 1, to: index + 1, amount })
  })
  return steps
}

/** Whether the table that the letter shows is in proportion to what is owed, to the fen of rounding. */
function isProportional(shares: LetterContext['shares']): boolean {
  const owed = sumFen(shares.map(({ owedNow }) => owedNow))
  const paid = sumFen(shares.map(({ instalment }) => instalment))
  return shares.every(
    ({ owedNow, instalment }) => Math.abs(instalment * owed - paid * owedNow) <= owed,
  )
}

/** One letter of the alphabet for each other creditor; two debts to the same one share it. */
function shareViews(shares: LetterContext['shares']): readonly ShareView[] {
  const letterFor = lettering()
  return shares.map(({ creditor, isAddressee, owedNow, instalment }) => ({
    letter: isAddressee ? '' : letterFor(creditor),
    owedNow,
    instalment,
    isAddressee,
  }))
}

function debtRows(debts: LetterContext['debts']) {
  const letterFor = lettering()
  return debts.map(({ creditor, part, ...debt }) => ({
    ...debt,
    letter: letterFor(creditor),
    part: part && partView(part),
  }))
}

/** A debt's payments: from when, how many, and the amount where they are level. */
function partView({ payments, ...part }: LetterDebtPart) {
  return {
    ...part,
    count: payments.length,
    firstOn: payments.at(0)?.on ?? null,
    instalment: payments.at(0)?.amount ?? fen(0),
    isLevel: isLevel(stepsOf(payments)),
  }
}

/** The proposal as a whole, against what is owed today. */
function summaryView({ summary, debts }: LetterContext) {
  if (summary === null) return null
  const beyond = fen(summary.total - sumFen(debts.map(({ owedNow }) => owedNow)))
  return { ...summary, beyond, below: fen(-beyond) }
}

function lettering(): (name: string) => string {
  const letters = new Map<string, string>()
  return (name) => {
    const letter = letters.get(name) ?? letterOf(letters.size)
    letters.set(name, letter)
    return letter
  }
}

/** A … Z, then A2 … Z2 and so on. */
function letterOf(index: number): string {
  const round = Math.floor(index / 26)
  return String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : String(round + 1))
}
