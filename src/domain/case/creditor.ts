import type { Carried } from './carried.ts'

export const CREDITOR_KINDS = [
  'bank',
  'consumer-finance',
  'microloan',
  'platform',
  'private',
  'collector',
  'other',
] as const
export type CreditorKind = (typeof CREDITOR_KINDS)[number]

export interface Creditor extends Carried {
  readonly id: string
  readonly name: string
  readonly kind: CreditorKind
  /** Whether a financial regulator licensed it; null = not known. */
  readonly licensed: boolean | null
  readonly phone: string
  readonly email: string
  readonly address: string
  /** The creditor on whose behalf this one collects. */
  readonly onBehalfOf: string | null
}
