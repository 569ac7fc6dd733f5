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

/**
 * What a template may name. Text is in the letter's language; the other creditors' names are left
 * out altogether, so that no template can disclose them.
 */
export function letterView(context: LetterContext): Readonly<Record<string, unknown>> {
  const { locale, offer, account, debtor } = context
  const beyond = fen(offer.total - account.owedNow)
  const steps = stepsOf(offer.payments)
  const lastStep = steps.at(-1)
  return {
    on: context.on,
    debtor,
    creditor: context.creditor,
    loan: context.loan,
    account,
    offer,
    means: context.means,
    reasons: debtor.hardship,
    shares: shareViews(context),
    sharesTotal: {
      owedNow: sumFen(context.shares.map(({ owedNow }) => owedNow)),
      instalment: sumFen(context.shares.map(({ instalment }) => instalment)),
    },
    isProportional: isProportional(context.shares),
    steps,
    isLevel: steps.length === 1 || (steps.length === 2 && lastStep?.from === lastStep?.to),
    isPutOff: daysBetween(context.on, offer.firstOn) > USUAL_WAIT_DAYS,
    offerBeyondBalance: beyond,
    offerBelowBalance: fen(-beyond),
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

function stepsOf(payments: LetterContext['offer']['payments']): readonly Step[] {
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
function shareViews({ shares }: LetterContext): readonly ShareView[] {
  const letters = new Map<string, string>()
  return shares.map(({ creditor, isAddressee, owedNow, instalment }) => {
    if (!isAddressee && !letters.has(creditor)) letters.set(creditor, letterOf(letters.size))
    return { letter: letters.get(creditor) ?? '', owedNow, instalment, isAddressee }
  })
}

/** A … Z, then A2 … Z2 and so on. */
function letterOf(index: number): string {
  const round = Math.floor(index / 26)
  return String.fromCharCode(65 + (index % 26)) + (round === 0 ? '' : String(round + 1))
}
