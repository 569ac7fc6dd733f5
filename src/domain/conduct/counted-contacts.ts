import type { ConductFinding } from './types.ts'

/** The contact of a finding and those it is counted with, in the order of time. */
export const countedContacts = ({
  contact,
  counted,
}: Pick<ConductFinding, 'contact' | 'counted'>): readonly string[] =>
  counted === null ? [contact] : counted.ids.slice(counted.first, counted.end)
