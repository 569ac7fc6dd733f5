import { createRequire } from 'node:module'

// Some of these packages bring no types, or types that do not hold: what is used of them is written down here.
const require = createRequire(import.meta.url)

interface LoanJs {
  readonly Loan: new (
    amount: number,
    installments: number,
    ratePercent: number,
    type: 'annuity' | 'diminishing',
  ) => {
    readonly installments: readonly {
      readonly capital: number
      readonly interest: number
      readonly installment: number
    }[]
    readonly interestSum: number
  }
}

interface Financial {
  readonly irr: (flows: readonly number[], guess?: number, tolerance?: number) => number
  readonly rate: (
    count: number,
    payment: number,
    present: number,
    future: number,
    when?: 'begin' | 'end',
  ) => number
}

interface NodeIrr {
  readonly irr: (flows: readonly number[]) => number
  readonly xirr: (flows: readonly { readonly amount: number; readonly date: string }[]) => {
    readonly days: number
    readonly rate: number
  }
}

export const loanjs = require('loanjs') as LoanJs
export const financial = require('financial') as Financial
export const nodeIrr = require('node-irr') as NodeIrr
export const webcarrot = require('@webcarrot/xirr') as {
  readonly xirr: (flows: readonly { readonly amount: number; readonly date: Date }[]) => number
}
export const xirr = require('xirr') as (
  flows: readonly { readonly amount: number; readonly when: Date }[],
) => number
