import type { RateMethod, RateRequest, UnitPeriodFlow } from '../../domain/cost/index.ts'
import type { CaseProblem } from '../../storage/case-file/index.ts'
import {
  amountOf,
  dateOf,
  isObject,
  listOf,
  memberOf,
  note,
  numberOf,
  positiveAmountOf,
  wholeNumberOf,
  wrongType,
  type Field,
} from './field-reader.ts'

/** Bounds that keep any request within a second and far above any loan. */
const MOST_REQUESTS = 10_000
const MOST_FLOWS = 5000
const MOST_YEARS = 1000
const MOST_PERIODS_A_YEAR = 366
const MOST_FRACTIONS = 366

/** A fraction of a unit-period is below a whole one. */
const BELOW_ONE = 1 - Number.EPSILON / 2

/** What a file asks for: one request or a list of them. */
export type RequestsReading =
  | { readonly ok: true; readonly requests: readonly RateRequest[]; readonly isList: boolean }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] }

/** Reads the JSON value of a file of requests: every problem at once, each with its path. */
export function readRequests(value: unknown): RequestsReading {
  const problems: CaseProblem[] = []
  const file: Field = { value, path: [], problems }
  const isList = Array.isArray(value)
  const requests = isList
    ? listOf(file, MOST_REQUESTS).map(requestOf)
    : [isObject(value) ? requestOf(file) : wrongType(file, 'object')]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, requests: requests.filter((request) => request !== null), isList }
}

const READERS: Readonly<Record<RateMethod, (request: Field) => RateRequest>> = {
  irr: (request) => ({
    method: 'irr',
    flows: listOf(memberOf(request, 'flows'), MOST_FLOWS).map(amountOf),
  }),
  xirr: (request) => ({
    method: 'xirr',
    flows: listOf(memberOf(request, 'flows'), MOST_FLOWS).map((flow) => ({
      on: dateOf(memberOf(flow, 'on')),
      amount: amountOf(memberOf(flow, 'amount')),
    })),
  }),
  'eu-apr': (request) => ({
    method: 'eu-apr',
    flows: listOf(memberOf(request, 'flows'), MOST_FLOWS).map((flow) => ({
      t: numberOf(memberOf(flow, 't'), { min: 0, max: MOST_YEARS }),
      amount: amountOf(memberOf(flow, 'amount')),
    })),
  }),
  'us-apr': usApr,
  instalment: (request) => ({
    method: 'instalment',
    received: positiveAmountOf(memberOf(request, 'received')),
    payment: positiveAmountOf(memberOf(request, 'payment')),
    count: wholeNumberOf(memberOf(request, 'count'), { min: 1, max: MOST_FLOWS }),
    perYear: perYearOf(memberOf(request, 'perYear')),
  }),
}

const isMethod = (text: unknown): text is RateMethod =>
  typeof text === 'string' && Object.hasOwn(READERS, text)

function requestOf(request: Field): RateRequest | null {
  if (!isObject(request.value)) return wrongType(request, 'object')
  const method = memberOf(request, 'method')
  if (isMethod(method.value)) return READERS[method.value](request)
  if (typeof method.value !== 'string') return wrongType(method, 'string')
  return note(method, 'not-one-of', { allowed: Object.keys(READERS).join(', ') })
}

const perYearOf = (field: Field): number =>
  numberOf(field, { min: 1 / MOST_YEARS, max: MOST_PERIODS_A_YEAR })

function usApr(request: Field): RateRequest {
  const unitPeriodsPerYear = perYearOf(memberOf(request, 'unitPeriodsPerYear'))
  const [advances, payments] = [
    unitPeriodFlows(memberOf(request, 'advances')),
    unitPeriodFlows(memberOf(request, 'payments')),
  ]
  const fractions = new Set([...advances, ...payments].map(({ fraction }) => fraction))
  if (fractions.size > MOST_FRACTIONS) note(request, 'too-many-values', { max: MOST_FRACTIONS })
  return { method: 'us-apr', unitPeriodsPerYear, advances, payments }
}

const unitPeriodFlows = (field: Field): readonly UnitPeriodFlow[] =>
  listOf(field, MOST_FLOWS).map((flow) => ({
    amount: amountOf(memberOf(flow, 'amount')),
    full: wholeNumberOf(memberOf(flow, 'full'), {
      min: 0,
      max: MOST_YEARS * MOST_PERIODS_A_YEAR,
    }),
    fraction: numberOf(memberOf(flow, 'fraction'), { min: 0, max: BELOW_ONE }),
  }))
