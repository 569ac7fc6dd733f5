import type { Session } from 'electron'

/** Deletes everything that the window stored: its databases, local storage and all caches. */
export async function clearSession(session: Session): Promise<void> {
  await session.clearStorageData()
  await session.clearCache()
  await session.clearCodeCaches({})
  await session.clearHostResolverCache()
}
