import type { CalendarDate, Fen } from '../kernel/index.ts'

export type InstalmentStatus = 'paid' | 'partly-paid' | 'overdue' | 'due-today' | 'upcoming'

/** An instalment of the accepted plan held against what was paid. */
export interface PlanInstalmentState {
  readonly loan: string
  readonly dueOn: CalendarDate
  readonly amount: Fen
  readonly paid: Fen
  readonly status: InstalmentStatus
}

export interface PlanProgress {
  readonly instalments: readonly PlanInstalmentState[]
  readonly total: Fen
  readonly paid: Fen
  readonly remaining: Fen
  readonly overdue: Fen
  readonly next: PlanInstalmentState | null
  readonly endsOn: CalendarDate | null
}
