import type { Case, Locale } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { CaseBrief } from '../../domain/plan/index.ts'
import type { ChangeLabel } from './change-label.ts'
import type { PastChange } from './past-states.ts'
import type { StorageFailure } from './storage-failure.ts'

export interface CaseSummary {
  readonly id: string
  readonly isSample: boolean
  readonly locale: Locale
  /** What the person calls the case; empty until they named it. */
  readonly name: string
  /** Whose case it is, as the case itself says; empty where it does not. */
  readonly debtor: string
  readonly isArchived: boolean
  /** ISO 8601 moments; empty where it was never opened by a version that noted it. */
  readonly createdAt: string
  readonly updatedAt: string
  readonly openedAt: string
  /** The day that the case names for its figures; null = today. */
  readonly asOf: CalendarDate | null
  /** The case in one line, as last worked out; null before that. */
  readonly brief: CaseBrief | null
  /** Whether nothing was changed since that was worked out. */
  readonly isBriefCurrent: boolean
}

/** What can be said of a case beside its facts. It is no step of its history. */
export interface CaseListing {
  readonly name?: string
  readonly archived?: boolean
  readonly openedAt?: string
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
  /** What the list says of one case, without reading the others; null where there is none of that id. */
  summary(caseId: string): Promise<CaseSummary | null>
  /** Notes how a case is listed; what is not named stays as it was. */
  noteListing(caseId: string, listing: CaseListing): Promise<void>
  /** Works a case's one line out anew from its facts and keeps it. Nothing where the case is gone. */
  keepBrief(caseId: string, reckon: (facts: Case) => CaseBrief): Promise<void>
  /** Makes a case of its own out of the facts and files of another, under a name, and returns its id. Its history begins anew. */
  duplicate(caseId: string, name: string): Promise<string>
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
  /** The steps of a case's history that are kept, the latest first. */
  pastChanges(caseId: string): Promise<readonly PastChange[]>
  /** The case as it was before a step that stands, or null where that step is not kept. */
  stateBefore(caseId: string, n: number): Promise<Case | null>
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
