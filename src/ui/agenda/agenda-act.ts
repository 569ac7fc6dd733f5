import type { AgendaItem } from '../../domain/plan/index.ts'

type Kind = AgendaItem['kind']

const PAID = new Set<Kind>(['instalment', 'agreed', 'arrears'])

/** The pages on which an answer is noted. */
const PAGES: Partial<Record<Kind, string>> = {
  'letter-reply': 'letter',
  'complaint-reply': 'rights-complaints',
  'offer-expires': 'talks',
  'talk-reply': 'talks',
  'freeze-ends': 'talks',
}

/** What is done about an item: a payment is recorded, a task marked done, a page looked at. */
export function agendaAct({ kind }: AgendaItem): {
  readonly act: 'pay' | 'done' | 'look'
  readonly page: string | null
} {
  if (PAID.has(kind)) return { act: 'pay', page: null }
  return kind === 'task' ? { act: 'done', page: null } : { act: 'look', page: PAGES[kind] ?? null }
}
