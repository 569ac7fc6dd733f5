import { addDays, monthOf, type CalendarDate } from '../../domain/kernel/index.ts'
import type { AgendaItem } from '../../domain/plan/index.ts'

/** A heading of the list: what is late, today, the coming week, or a later month. */
export interface AgendaGroup {
  readonly key: string
  readonly kind: 'overdue' | 'today' | 'week' | 'month'
  readonly items: readonly AgendaItem[]
}

const DAYS_OF_WEEK = 7

/** The items under their headings, overdue first; a heading without items is left out. */
export function agendaGroups(
  items: readonly AgendaItem[],
  today: CalendarDate,
): readonly AgendaGroup[] {
  const groups = new Map<string, AgendaGroup>()
  for (const item of items) {
    const kind = groupOf(item, today)
    const key = kind === 'month' ? monthOf(item.on) : kind
    groups.set(key, { key, kind, items: [...(groups.get(key)?.items ?? []), item] })
  }
  return [...groups.values()]
}

function groupOf({ on, isOverdue }: AgendaItem, today: CalendarDate): AgendaGroup['kind'] {
  if (isOverdue) return 'overdue'
  if (on === today) return 'today'
  return on <= addDays(today, DAYS_OF_WEEK) ? 'week' : 'month'
}
