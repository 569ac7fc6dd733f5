import type { Migration } from './migration.ts'

/**
 * Letters, complaints, tasks, people close to the debtor, past plans and attached files get tables.
 * Rows of before stay as they are: the fields that records gained have defaults.
 */
export const correspondenceTables: Migration = {
  number: 2,
  stores: {
    people: '[caseId+id]',
    letters: '[caseId+id]',
    complaints: '[caseId+id]',
    tasks: '[caseId+id]',
    pastPlans: '[caseId+id]',
    files: '[caseId+sha256]',
  },
}
