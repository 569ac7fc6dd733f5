import type { LetterContext } from '../domain/document/index.ts'
import { fen, sumFen, type Fen } from '../domain/kernel/index.ts'

interface ShareView {
  /** A, B …: what another creditor is called in this letter. Empty for the addressee. */
  readonly letter: string
  readonly owedNow: Fen
  readonly instalment: Fen
  readonly isAddressee: boolean
}

/**
 * What a template may name. Text is in the letter's language; the other creditors' names are left
 * out altogether, so that no template can disclose them.
 */
export function letterView(context: LetterContext): Readonly<Record<string, unknown>> {
  const { locale, offer, account, debtor } = context
  const beyond = fen(offer.total - account.owedNow)
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
