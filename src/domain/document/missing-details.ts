import type { Creditor, Debtor, Loan } from '../case/index.ts'
import type { LetterDetail } from './letter-spec.ts'

/** The details a letter asks for that are still empty, in the order of its list. */
export function missingDetails(
  asks: readonly LetterDetail[],
  {
    debtor,
    creditor,
    loans,
  }: {
    readonly debtor: Debtor
    readonly creditor: Creditor | null
    readonly loans: readonly Loan[]
  },
): readonly LetterDetail[] {
  const isGiven: Readonly<Record<LetterDetail, boolean>> = {
    name: isText(debtor.name),
    phone: isText(debtor.phone),
    idTail: isText(debtor.idTail),
    address: isText(debtor.address),
    contractNo: creditor?.kind === 'private' || loans.every(({ contractNo }) => isText(contractNo)),
    hardship: debtor.hardship.length > 0,
    creditorName: creditor === null || isText(creditor.name),
    creditorAddress: creditor === null || isText(creditor.address),
  }
  return asks.filter((detail) => !isGiven[detail])
}

const isText = (text: string): boolean => text.trim() !== ''
