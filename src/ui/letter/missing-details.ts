import type { Debtor, Loan } from '../../domain/case/index.ts'

/** What a letter says about the person and the loan, and a person has to tell us. */
export const LETTER_DETAILS = ['name', 'phone', 'idTail', 'contractNo', 'hardship'] as const
export type LetterDetail = (typeof LETTER_DETAILS)[number]

/** The details that are still empty, in the order of the form. */
export function missingDetails(debtor: Debtor, loan: Loan): readonly LetterDetail[] {
  const isGiven: Readonly<Record<LetterDetail, boolean>> = {
    name: debtor.name.trim() !== '',
    phone: debtor.phone.trim() !== '',
    idTail: debtor.idTail.trim() !== '',
    contractNo: loan.contractNo.trim() !== '',
    hardship: debtor.hardship.length > 0,
  }
  return LETTER_DETAILS.filter((detail) => !isGiven[detail])
}
