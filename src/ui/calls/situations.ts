import type { ScriptSituation } from '../../domain/document/index.ts'

/** The situations in the order a person would look for them. */
export const SITUATION_GROUPS = [
  { name: 'out', situations: ['hotline-proactive', 'confirm-agreement', 'regulator-hotline'] },
  {
    name: 'in',
    situations: [
      'collector-first',
      'collector-repeated',
      'collector-aggressive',
      'call-at-work',
      'third-party-contacted',
    ],
  },
  { name: 'door', situations: ['home-visit', 'text-reply', 'court-papers'] },
  {
    name: 'money',
    situations: ['settlement-talk', 'offer-too-high', 'personal-account', 'new-borrowing'],
  },
] as const satisfies readonly {
  readonly name: string
  readonly situations: readonly ScriptSituation[]
}[]

/** Calls that the person makes; all else comes to them. */
const OUTGOING: readonly ScriptSituation[] = [
  'hotline-proactive',
  'third-party-contacted',
  'confirm-agreement',
  'regulator-hotline',
]

/** Who starts the conversation of a situation. */
export const directionOf = (situation: ScriptSituation): 'in' | 'out' =>
  OUTGOING.includes(situation) ? 'out' : 'in'
