import * as z from 'zod/mini'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import { storedDate } from './stored-date.ts'

/** The questions of the guided way in their order; `more` asks for another loan, `result` is the end. */
export const GUIDE_STEPS = [
  'lender',
  'received',
  'instalment',
  'count',
  'paid',
  'due',
  'more',
  'income',
  'housing',
  'food',
  'living',
  'cash',
  'result',
] as const
export type GuideStep = (typeof GUIDE_STEPS)[number]

/** What was answered about the loan that is asked about: it becomes a fact once it can be reckoned. */
export interface GuidedLoan {
  readonly creditor: string | null
  /** Ids of the loan and its payments, once they are facts of the case. */
  readonly loan: string | null
  readonly payments: readonly string[]
  readonly received: Fen | null
  readonly instalment: Fen | null
  readonly count: number | null
  readonly paid: number | null
  /** When the first instalment that is not paid is due. */
  readonly due: CalendarDate | null
}

/** A question answered with “I don't know”, and the lender it was about. */
export interface GuideGap {
  readonly step: GuideStep
  readonly creditor: string | null
}

/** Where the guided way stands. */
export interface GuidePlace {
  readonly caseId: string
  readonly step: GuideStep
  readonly loan: GuidedLoan
  /** The income or expense that a question wrote, by the question. */
  readonly items: Readonly<Partial<Record<GuideStep, string>>>
  readonly gaps: readonly GuideGap[]
}

const amount = z.custom<Fen>((value) => Number.isSafeInteger(value) && Number(value) > 0)
const step = z.enum(GUIDE_STEPS)

const placeSchema: z.ZodMiniType<GuidePlace> = z.object({
  caseId: z.string(),
  step,
  loan: z.object({
    creditor: z.nullable(z.string()),
    loan: z.nullable(z.string()),
    payments: z.array(z.string()),
    received: z.nullable(amount),
    instalment: z.nullable(amount),
    count: z.nullable(z.int().check(z.minimum(1))),
    paid: z.nullable(z.int().check(z.minimum(0))),
    due: z.nullable(storedDate),
  }),
  items: z.partialRecord(step, z.string()),
  gaps: z.array(z.object({ step, creditor: z.nullable(z.string()) })),
})

/** Places out of storage, without anything that is none. */
export function readGuidePlaces(stored: unknown): readonly GuidePlace[] {
  const list: readonly unknown[] = Array.isArray(stored) ? stored : []
  return list.flatMap((place) => {
    const reading = placeSchema.safeParse(place)
    return reading.success ? [reading.data] : []
  })
}
