import type { Migration } from './migration.ts'

/** The first version: a table for each kind of record of a case, its history, and the settings. */
export const caseTables: Migration = {
  number: 1,
  stores: {
    cases: 'id',
    incomes: '[caseId+id]',
    expenses: '[caseId+id]',
    creditors: '[caseId+id]',
    loans: '[caseId+id]',
    payments: '[caseId+id]',
    contacts: '[caseId+id]',
    plans: '[caseId+id]',
    changes: '[caseId+n]',
    settings: 'name',
  },
}
