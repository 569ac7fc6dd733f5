import type { Case, Locale } from '../../domain/case/index.ts'
import type { ChangeLabel } from './change-label.ts'
import type { StorageFailure } from './storage-failure.ts'

export interface CaseSummary {
  readonly id: string
  readonly isSample: boolean
  readonly locale: Locale
  /** ISO 8601 moments. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** What undo and redo would do next; null where there is nothing. */
export interface HistoryState {
  readonly undo: ChangeLabel | null
  readonly redo: ChangeLabel | null
}

/** Stored cases and their history. Every promise may reject with a `StorageFailure`. */
export interface CaseRepository {
  /** All cases, the one changed last first. */
  list(): Promise<readonly CaseSummary[]>
  /** A case, or null where there is none of that id. */
  load(caseId: string): Promise<Case | null>
  /** Calls back now and after each change of the case, from this window or another. Returns the stop. */
  observe(caseId: string, see: CaseObserver): () => void
  /** Stores a new case in one transaction and returns its id. */
  create(facts: Case, options: { readonly sample: boolean }): Promise<string>
  /**
   * Stores what changed between two states of a case, with its undo record, in one transaction.
   * A change drops what could be redone. Nothing is written when nothing changed.
   */
  commit(caseId: string, change: CaseChange): Promise<void>
  /** Takes the last change back. Returns the case as it is then, or null when there was nothing to undo. */
  undo(caseId: string): Promise<Case | null>
  /** Makes the last undone change again. Returns the case as it is then, or null. */
  redo(caseId: string): Promise<Case | null>
  historyState(caseId: string): Promise<HistoryState>
  /** Deletes a case with its history. */
  remove(caseId: string): Promise<void>
}

export interface CaseChange {
  readonly label: ChangeLabel
  readonly before: Case
  readonly after: Case
}

export interface CaseObserver {
  readonly next: (facts: Case | null) => void
  readonly failed?: (failure: StorageFailure) => void
}
