import type { OverdueStage } from './types.ts'

/** The stage of an account by its days overdue: M0 none, M1 1–30, M2 31–60 … M6 151–180, M7+ over 180. */
export function overdueStage(days: number): OverdueStage {
  if (days <= 0) return 'M0'
  const stages = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'] as const
  return stages[Math.ceil(days / 30) - 1] ?? 'M7+'
}
