import { expect, it } from 'vitest'
import { outlookOf } from '../../../../src/domain/diagnosis/index.ts'
import { day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')
const outlook = (affordable: number, averageRate = 0, monthlyIncome = 8000) =>
  outlookOf(
    { monthlyIncome: yuan(monthlyIncome), affordable: yuan(affordable) },
    { owedNow: yuan(48_000), contractualMonthly: yuan(4000), averageRate, on },
  )

it('reckons what the debts take of the income', () => {
  expect(outlook(1000)).toMatchObject({ debtToIncome: 0.5, owedToYearlyIncome: 0.5 })
})

it('has no ratio without an income', () => {
  expect(outlook(0, 0, 0)).toMatchObject({ debtToIncome: null, owedToYearlyIncome: null })
})

it('divides what is owed by what is paid where nothing is added', () => {
  expect(outlook(1000)).toMatchObject({ monthsToClear: 48, clearsOn: '2030-11-24' })
})

it('adds the interest of each month: 48,000 at 12 % by 1,000 takes 66 months', () => {
  // n = −ln(1 − 0.01 × 48) ÷ ln 1.01 = 65.72
  expect(outlook(1000, 0.12).monthsToClear).toBe(66)
})

it('is never where the interest eats the payment', () => {
  expect(outlook(480, 0.12)).toMatchObject({ monthsToClear: null, clearsOn: null })
})
