import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/storage/database/open-database.ts'
import type { Database } from '../../src/storage/database/rows.ts'
import { createCaseRepository } from '../../src/storage/repositories/index.ts'
import { TEST_KEY } from '../support/test-key.ts'

let names = 0

/** A name that no other test uses. */
export const freshName = (): string => `test-${String((names += 1))}`

/** Opens a database of the newest version; it is closed after the test. */
export async function openTestDatabase(name = freshName()): Promise<Database> {
  const result = await openDatabase({ name, key: TEST_KEY })
  if (!result.ok) throw new Error(`the database did not open: ${result.problem}`)
  onTestFinished(() => {
    result.value.close()
  })
  return result.value
}

/** A repository whose clock ticks a second at each look and whose ids count up. */
export function testRepository(database: Database) {
  let seconds = 0
  let ids = 0
  return createCaseRepository(database, {
    now: () => new Date(Date.UTC(2026, 10, 24) + (seconds += 1) * 1000),
    newId: () => `case-${String((ids += 1))}`,
  })
}
