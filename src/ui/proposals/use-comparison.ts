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

type Words = (proposal: Proposal) => string

const NUMBERS = ['monthly', 'months', 'ends', 'total', 'interest', 'saved', 'score'] as const
const POINTS = [
  'monthly',
  'months',
  'ends',
  'total',
  'interest',
  'saved',
  'concession',
  'feasible',
  'score',
] as const
type Point = (typeof POINTS)[number]

const isNumber = (point: Point): boolean => NUMBERS.some((number) => number === point)

/** The rows of the comparison: one point each, with a cell for every proposal. */
export function useComparison(loanName: (loan: string) => string) {
  const { t } = useI18n()
  const { reasonWords } = useReasonWords(loanName)
  const figureWords = useFigureWords()

  const linesOf = (point: Point, proposal: Proposal): readonly string[] => {
    if (point !== 'feasible') return [isWorkedOut(proposal) ? figureWords[point](proposal) : '—']
    const answer = t(`proposals.compare.${proposal.feasible ? 'yes' : 'no'}`)
    return [answer, ...proposal.why.map(reasonWords)]
  }

  /** The whole table for the proposals in the order given. */
  const comparisonRows = (proposals: readonly Proposal[]): readonly ComparisonRow[] =>
    POINTS.map((point) => ({
      id: point,
      label: t(`proposals.compare.${point}`),
      cells: proposals.map((proposal) => linesOf(point, proposal)),
      isNumber: isNumber(point),
    }))

  return { comparisonRows }
}

function useFigureWords(): Readonly<Record<Exclude<Point, 'feasible'>, Words>> {
  const { t } = useI18n()
  const { money, months, date, number } = useFormat()

  const ifItClears =
    (words: Words): Words =>
    (proposal) =>
      proposal.payoffOn === null ? t('proposals.compare.notClearing') : words(proposal)
  const saved: Words = ({ strategy, savedAgainstStatusQuo: amount }) => {
    if (strategy === 'status-quo') return '—'
    if (amount === 0) return t('proposals.compare.noSaving')
    return amount > 0
      ? money(amount)
      : t('proposals.compare.extra', { amount: money(subtractFen(ZERO_FEN, amount)) })
  }
  return {
    monthly: ({ maxMonthly }) => money(maxMonthly),
    months: ifItClears((proposal) => months(proposal.months)),
    ends: ({ payoffOn }) => (payoffOn === null ? t('proposals.compare.never') : date(payoffOn)),
    total: ifItClears(({ totalPaid }) => money(totalPaid)),
    interest: ifItClears(({ interestAndFees }) => money(interestAndFees)),
    saved: ifItClears(saved),
    concession: ({ concession }) => t(`proposals.concession.${String(concession)}`),
    score: ({ strategy, reasonableness }) =>
      strategy === 'status-quo' ? '—' : number(reasonableness.score),
  }
}
