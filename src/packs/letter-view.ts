import type { Contact } from '../domain/case/index.ts'
import type { LetterContext } from '../domain/document/index.ts'
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
    agreement: context.agreement,
    means: context.means,
    ...budgetView(context),
    ...offerView(context),
    ...debtViews(context),
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

function offerView({ offer, account, on }: LetterContext) {
  if (offer === null)
    return { offer, asksInterestStop: false, asksPenaltyWaiver: false, isLevel: true }
  const { asksInterestStop, asksPenaltyWaiver } = offer
  const steps = stepsOf(offer.payments)
  const beyond = fen(offer.total - (account?.owedNow ?? 0))
  return {
    offer,
    asksInterestStop,
    asksPenaltyWaiver,
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
  return debts.map(({ creditor, ...debt }) => ({ ...debt, letter: letterFor(creditor) }))
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
