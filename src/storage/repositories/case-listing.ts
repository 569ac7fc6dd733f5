import * as z from 'zod/mini'
import type { Case } from '../../domain/case/index.ts'
import type { Fen } from '../../domain/kernel/index.ts'
import { CASE_STATES, type CaseBrief } from '../../domain/plan/index.ts'
import { caseSchema } from '../case-file/case-schema.ts'
import type { CaseRow, Database } from '../database/rows.ts'
import { isDamaged } from '../sealing/sealed-row.ts'
import type { CaseListing, CaseSummary } from './case-repository.ts'
import { StorageFailure } from './storage-failure.ts'
import { readCase } from './stored-case.ts'
import { storedDate } from './stored-date.ts'

// What a list of cases shows lies in the row of each case, so that a thousand of them are listed
// without reading one. Writing functions run inside the caller's transaction over all tables.

const briefSchema: z.ZodMiniType<CaseBrief> = z.object({
  on: storedDate,
  owed: z.custom<Fen>((value) => Number.isSafeInteger(value) && Number(value) >= 0),
  daysLate: z.int().check(z.minimum(0)),
  next: z.nullable(storedDate),
  state: z.enum(CASE_STATES),
})

/** What a row says of its case. One that is damaged is listed all the same, as the oldest: it must stay removable. */
export function summaryOf(row: CaseRow): CaseSummary {
  if (isDamaged(row)) return { ...UNKNOWN, id: row.id }
  const { id, sample, createdAt, updatedAt, listing = {} } = row
  const brief = briefSchema.safeParse(listing.brief?.content)
  return {
    ...headSummary(row),
    id,
    isSample: sample,
    name: listing.name ?? '',
    isArchived: listing.archived === true,
    createdAt,
    updatedAt,
    openedAt: listing.openedAt ?? '',
    brief: brief.success ? brief.data : null,
    isBriefCurrent: listing.brief?.change === row.lastChange,
  }
}

/** What the case says of itself, as far as that can be read. */
function headSummary({ body }: CaseRow): Pick<CaseSummary, 'locale' | 'debtor' | 'asOf'> {
  const head = caseSchema.safeParse(body)
  if (!head.success) return { locale: 'zh-CN', debtor: '', asOf: null }
  const { locale, debtor, asOf } = head.data
  return { locale, debtor: debtor.name, asOf }
}

const UNKNOWN: Omit<CaseSummary, 'id'> = {
  isSample: false,
  locale: 'zh-CN',
  name: '',
  debtor: '',
  isArchived: false,
  createdAt: '',
  updatedAt: '',
  openedAt: '',
  asOf: null,
  brief: null,
  isBriefCurrent: false,
}

/** Writes how a case is listed; what is not named stays as it was. */
export async function noteListing(
  database: Database,
  caseId: string,
  listing: CaseListing,
): Promise<void> {
  const row = await database.cases.get(caseId)
  if (row === undefined) throw new StorageFailure('no-such-case')
  if (isDamaged(row)) throw new StorageFailure('damaged')
  await database.cases.put({ ...row, listing: { ...row.listing, ...listing } })
}

/** Works a case's one line out and writes it with the change that it was worked out after. */
export async function keepBrief(
  database: Database,
  caseId: string,
  reckon: (facts: Case) => CaseBrief,
): Promise<void> {
  const row = await database.cases.get(caseId)
  if (row === undefined) return
  const facts = await readCase(database, caseId)
  if (facts === null) return
  const brief = { change: row.lastChange, content: reckon(facts) }
  await database.cases.put({ ...row, listing: { ...row.listing, brief } })
}
