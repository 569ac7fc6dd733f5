import { useI18n } from 'vue-i18n'
import { subtractFen, ZERO_FEN } from '../../domain/kernel/index.ts'
import { chanceOf, type Proposal } from '../../domain/proposal/index.ts'
import { useFormat } from '../shared/use-format.ts'
import { isWorkedOut } from './find-proposal.ts'
import { longestWait } from './longest-wait.ts'
import { useReasonWords } from './use-reason-words.ts'

export interface ComparisonRow {
  readonly id: string
  readonly label: string
  /** One cell for each proposal: its lines. */
  readonly cells: readonly (readonly string[])[]
  readonly isNumber: boolean
}

type Words = (proposal: Proposal) => string

const NUMBERS = [
  'monthly',
  'months',
  'ends',
  'total',
  'interest',
  'saved',
  'chance',
  'score',
] as const
const STANDINGS = ['contract', 'offer', 'ask'] as const
const POINTS = [
  'monthly',
  'months',
  'ends',
  'wait',
  'total',
  'interest',
  'saved',
  'concession',
  'terms',
  'feasible',
  'chance',
  'score',
] as const
type Point = (typeof POINTS)[number]

const isNumber = (point: Point): boolean => NUMBERS.some((number) => number === point)

/** The rows of the comparison: one point each, with a cell for every proposal. */
export function useComparison(loanName: (loan: string) => string) {
  const { t } = useI18n()
  const { reasonWords } = useReasonWords(loanName)
  const figureWords = useFigureWords(loanName)
  const termsWords = useTermsWords(loanName)

  const linesOf = (point: Point, proposal: Proposal): readonly string[] => {
    if (point !== 'feasible' && !isWorkedOut(proposal)) return ['—']
    if (point === 'terms') return termsWords(proposal)
    if (point !== 'feasible') return [figureWords[point](proposal)]
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

/** More names than these are no longer read: their number says as much, and the proposal's own page has them. */
const MOST_NAMED = 5

/** On whose terms each loan is paid: its contract, its creditor's offer, or what has yet to be asked for. */
function useTermsWords(loanName: (loan: string) => string) {
  const { t } = useI18n()
  return ({ perLoan }: Proposal): readonly string[] =>
    STANDINGS.flatMap((standing) => {
      const loans = perLoan.filter((part) => part.standing === standing)
      if (loans.length === 0) return []
      const named =
        loans.length > MOST_NAMED
          ? t('proposals.compare.manyLoans', { n: loans.length })
          : loans.map(({ loan }) => loanName(loan)).join(t('proposals.compare.listGap'))
      return [t(`proposals.compare.standing.${standing}`, { loans: named })]
    })
}

/** From here on it is shorter to say how many wait alike. */
const MANY_LOANS = 3

function useFigureWords(
  loanName: (loan: string) => string,
): Readonly<Record<Exclude<Point, 'feasible' | 'terms'>, Words>> {
  const { t } = useI18n()
  const { money, months, date, number, percent } = useFormat()

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
  const wait: Words = (proposal) => {
    const { loans } = longestWait(proposal)
    if (loans.length >= MANY_LOANS) return t('proposals.compare.manyWait', { count: loans.length })
    return loans.map(loanName).join(t('proposals.compare.listGap'))
  }
  const chance: Words = (proposal) => {
    const part = chanceOf(proposal)
    return part === null ? t('proposals.compare.notSimulated') : percent(part, 0)
  }
  return {
    wait,
    chance,
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
