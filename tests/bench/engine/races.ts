import { solveRate, type DatedFlow } from '../../../src/domain/cost/index.ts'
import {
  addMonths,
  formatYuan,
  rateOf,
  rememberByIdentity,
  type Fen,
} from '../../../src/domain/kernel/index.ts'
import { buildSchedule, computeSchedule, replayLoan } from '../../../src/domain/loan/index.ts'
import type { Loan, Payment } from '../../../src/domain/case/index.ts'
import { aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import type { Race } from '../section.ts'
import { financial, loanjs, nodeIrr, webcarrot, xirr } from './peers.ts'

const TERMS = [12, 36, 240] as const

const loanOf = (term: number): Loan =>
  aLoan({ principal: yuan(100_000), term, rate: rateOf(18, 100, 'year') })

const rowsOf = (loan: Loan) => {
  const built = buildSchedule(loan)
  if (!built.ok) throw new Error(built.problem)
  return built.value.instalments
}

const inYuan = (amount: Fen): number => Number(formatYuan(amount))

const schedules = TERMS.flatMap((term): readonly Race[] => {
  const loan = loanOf(term)
  const theirs = () => new loanjs.Loan(100_000, term, 18, 'annuity')
  const theirsKept = rememberByIdentity<Loan, unknown>(theirs)
  const title = `schedule of ${String(term)} equal instalments`
  return [
    {
      title,
      work: [
        ['ours', () => computeSchedule(loan)],
        ['loanjs', theirs],
      ],
    },
    // As the app asks for it: kept for the loan object. Another object each time, which costs a copy
    // and a place in the memory whoever reckons, then the same one, which loanjs reckons again.
    {
      title: `${title}, and kept`,
      work: [
        ['ours', () => buildSchedule({ ...loan })],
        ['loanjs', () => theirsKept({ ...loan })],
      ],
    },
    {
      title: `${title}, looked at again`,
      work: [
        ['ours', () => buildSchedule(loan)],
        ['loanjs', theirs],
      ],
    },
  ]
})

const periodic = TERMS.map((term): Race => {
  const loan = loanOf(term)
  const flows = [loan.received, ...rowsOf(loan).map(({ payment }) => -payment as Fen)]
  const amounts = flows.map(inYuan)
  return {
    title: `IRR of ${String(term)} instalments`,
    work: [
      ['ours', () => solveRate({ method: 'irr', flows })],
      ['financial', () => financial.irr(amounts)],
      ['node-irr', () => nodeIrr.irr(amounts)],
    ],
  }
})

const dated = TERMS.map((term): Race => {
  const loan = loanOf(term)
  const flows: readonly DatedFlow[] = [
    { on: loan.disbursedOn, amount: loan.received },
    ...rowsOf(loan).map(({ dueOn, payment }) => ({ on: dueOn, amount: -payment as Fen })),
  ]
  const asText = flows.map(({ on, amount }) => ({ amount: inYuan(amount), date: String(on) }))
  const asDates = asText.map(({ amount, date }) => ({ amount, date: new Date(date) }))
  const asWhen = asDates.map(({ amount, date }) => ({ amount, when: date }))
  return {
    title: `XIRR of ${String(term)} instalments`,
    work: [
      ['ours', () => solveRate({ method: 'xirr', flows })],
      ['node-irr', () => nodeIrr.xirr(asText)],
      ['@webcarrot/xirr', () => webcarrot.xirr(asDates)],
      ['xirr', () => xirr(asWhen)],
    ],
  }
})

/** A loan of which every fifth payment never came. */
const replays = TERMS.map((term): Race => {
  const loan = loanOf(term)
  const payments = rowsOf(loan).flatMap(({ n, dueOn, payment }): readonly Payment[] =>
    n % 5 === 0 ? [] : [aPayment({ id: `p${String(n)}`, on: dueOn, amount: payment })],
  )
  const on = addMonths(day('2025-06-10'), term)
  return {
    title: `ledger of ${String(term)} instalments with gaps`,
    work: [
      ['ours', () => replayLoan({ ...loan }, payments, on)],
      // None of them keeps a ledger: payments, arrears, penalties.
      ['loanjs', null],
    ],
  }
})

export const races: readonly Race[] = [...schedules, ...periodic, ...dated, ...replays]
