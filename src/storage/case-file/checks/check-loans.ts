import { sumFen } from '../../../domain/kernel/index.ts'
import { problemAt, warningAt, type CaseProblem, type CaseWarning } from '../problem.ts'
import { amountIn, dateIn, isAbsent, membersOf, textIn, type RawRecord } from './raw-case.ts'

/** Each loan's terms fit together: what must be there is there, and no date or amount contradicts another. */
export const checkLoans = (file: RawRecord): CaseProblem[] =>
  membersOf(file, 'loans').flatMap((loan) => [
    ...checkCompleteness(loan),
    ...checkReceived(loan),
    ...checkFirstDue(loan),
    ...checkSchedule(loan),
  ])

/** What looks wrong in loans and payments and may still be so. */
export const warnAboutLoans = (file: RawRecord): CaseWarning[] => [
  ...membersOf(file, 'loans').flatMap(warnAboutSum),
  ...warnAboutEarlyPayments(file),
]

/** Without the contract's own schedule there must be a rate, and a term where months are counted. */
function checkCompleteness(loan: RawRecord): CaseProblem[] {
  if (membersOf(loan, 'schedule').length > 0) return []
  const method = textIn(loan, 'method')
  const countsMonths = method !== 'minimum-payment' && method !== 'bullet'
  const isOneOff = textIn(loan, 'kind') === 'single-payment'
  const needed = countsMonths && method !== null && !isOneOff ? ['rate', 'term'] : ['rate']
  return needed
    .filter((name) => isAbsent(loan, name))
    .map((name) => problemAt([...loan.path, name], 'missing'))
}

function checkReceived(loan: RawRecord): CaseProblem[] {
  const [principal, received] = [amountIn(loan, 'principal'), amountIn(loan, 'received')]
  return principal !== null && received !== null && received > principal
    ? [problemAt([...loan.path, 'received'], 'more-than-principal')]
    : []
}

function checkFirstDue(loan: RawRecord): CaseProblem[] {
  const [disbursedOn, firstDueOn] = [dateIn(loan, 'disbursedOn'), dateIn(loan, 'firstDueOn')]
  return disbursedOn !== null && firstDueOn !== null && firstDueOn < disbursedOn
    ? [problemAt([...loan.path, 'firstDueOn'], 'before-disbursement')]
    : []
}

/** Rows are numbered 1, 2, 3 … and fall on rising dates, none before the money was paid out. */
function checkSchedule(loan: RawRecord): CaseProblem[] {
  const disbursedOn = dateIn(loan, 'disbursedOn')
  let previous = null as string | null
  return membersOf(loan, 'schedule').flatMap((row, index) => {
    const problems: CaseProblem[] = []
    const n = row.fields['n']
    const dueOn = dateIn(row, 'dueOn')
    if (typeof n === 'number' && n !== index + 1)
      problems.push(problemAt([...row.path, 'n'], 'not-numbered', { expected: index + 1 }))
    if (dueOn !== null && previous !== null && dueOn <= previous)
      problems.push(problemAt([...row.path, 'dueOn'], 'not-rising'))
    else if (dueOn !== null && disbursedOn !== null && dueOn < disbursedOn)
      problems.push(problemAt([...row.path, 'dueOn'], 'before-disbursement'))
    previous = dueOn ?? previous
    return problems
  })
}

function warnAboutSum(loan: RawRecord): CaseWarning[] {
  const rows = membersOf(loan, 'schedule').map((row) => amountIn(row, 'principal'))
  const parts = rows.filter((part) => part !== null)
  const principal = amountIn(loan, 'principal')
  if (rows.length === 0 || parts.length < rows.length || principal === null) return []
  return sumFen(parts) === principal ? [] : [warningAt([...loan.path, 'schedule'], 'schedule-sum')]
}

function warnAboutEarlyPayments(file: RawRecord): CaseWarning[] {
  const disbursed = new Map(
    membersOf(file, 'loans').map((loan) => [textIn(loan, 'id'), dateIn(loan, 'disbursedOn')]),
  )
  return membersOf(file, 'payments').flatMap((payment) => {
    const [on, from] = [dateIn(payment, 'on'), disbursed.get(textIn(payment, 'loan')) ?? null]
    return on !== null && from !== null && on < from
      ? [warningAt([...payment.path, 'on'], 'payment-before-disbursement')]
      : []
  })
}
