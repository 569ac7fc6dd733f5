import type { Arrangement, Concession } from './types.ts'

/** What an arrangement is called by the most that it asks for. */
export const ASKED_AS: Readonly<Record<Concession, Arrangement>> = {
  0: 'keep-paying',
  1: 'instalment',
  2: 'deferral',
  3: 'penalty-waiver',
  4: 'interest-cut',
  5: 'settlement',
}
