import { useI18n } from 'vue-i18n'
import { subtractFen, ZERO_FEN } from '../../domain/kernel/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import { useFormat } from '../shared/use-format.ts'
import { isWorkedOut } from './find-proposal.ts'
import { useReasonWords } from './use-reason-words.ts'

export interface ComparisonRow {
  readonly id: string
  readonly label: string
  /** One cell for each proposal: its lines. */
  readonly cells: readonly (readonly string[])[]
  readonly isNumber: boolean
}

/** The rows of the comparison: one point each, with a cell for every proposal. */
export function useComparison(loanName: (loan: string) => string) {
  const { t } = useI18n()
  const { money, months, date, number } = useFormat()
  const { reasonWords } = useReasonWords(loanName)

  const savedWords = ({ strategy, savedAgainstStatusQuo: saved }: Proposal): string => {
    if (strategy === 'status-quo') return '—'
    if (saved === 0) return t('proposals.compare.noSaving')
    return saved > 0
      ? money(saved)
      : t('proposals.compare.extra', { amount: money(subtractFen(ZERO_FEN, saved)) })
  }
  const onlyIfClears =
    (words: (proposal: Proposal) => string) =>
    (proposal: Proposal): string => {
      if (!isWorkedOut(proposal)) return '—'
      return proposal.payoffOn === null ? t('proposals.compare.notClearing') : words(proposal)
    }
  const onlyIfWorkedOut =
    (words: (proposal: Proposal) => string) =>
    (proposal: Proposal): string =>
      isWorkedOut(proposal) ? words(proposal) : '—'

  const feasibleWords = ({ feasible, why }: Proposal): readonly string[] => [
    t(feasible ? 'proposals.compare.yes' : 'proposals.compare.no'),
    ...why.map(reasonWords),
  ]

  const points: readonly {
    readonly id: string
    readonly cell: (proposal: Proposal) => string | readonly string[]
    readonly isNumber?: true
  }[] = [
    { id: 'monthly', cell: onlyIfWorkedOut(({ maxMonthly }) => money(maxMonthly)), isNumber: true },
    { id: 'months', cell: onlyIfClears((proposal) => months(proposal.months)), isNumber: true },
    {
      id: 'ends',
      cell: onlyIfWorkedOut(({ payoffOn }) =>
        payoffOn === null ? t('proposals.compare.never') : date(payoffOn),
      ),
      isNumber: true,
    },
    { id: 'total', cell: onlyIfClears(({ totalPaid }) => money(totalPaid)), isNumber: true },
    {
      id: 'interest',
      cell: onlyIfClears(({ interestAndFees }) => money(interestAndFees)),
      isNumber: true,
    },
    { id: 'saved', cell: onlyIfClears(savedWords), isNumber: true },
    {
      id: 'concession',
      cell: onlyIfWorkedOut(({ concession }) => t(`proposals.concession.${String(concession)}`)),
    },
    { id: 'feasible', cell: feasibleWords },
    {
      id: 'score',
      cell: onlyIfWorkedOut(({ reasonableness }) => number(reasonableness.score)),
      isNumber: true,
    },
  ]

  /** The whole table for the proposals in the order given. */
  const comparisonRows = (proposals: readonly Proposal[]): readonly ComparisonRow[] =>
    points.map(({ id, cell, isNumber }) => ({
      id,
      label: t(`proposals.compare.${id}`),
      cells: proposals.map((proposal) => {
        const words = cell(proposal)
        return typeof words === 'string' ? [words] : words
      }),
      isNumber: isNumber ?? false,
    }))

  return { comparisonRows }
}
