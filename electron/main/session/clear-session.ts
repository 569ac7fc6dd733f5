import type { Session } from 'electron'

/** Deletes the window's databases. Chromium closes them first and deletes their files, not only what is in them. */
export async function clearDatabases(session: Session): Promise<void> {
  await session.clearStorageData({ storages: ['indexdb'] })
}

/** Deletes everything that the window stored: its databases, local storage and all caches. */
export async function clearSession(session: Session): Promise<void> {
  await session.clearStorageData()
  await session.clearCache()
  await session.clearCodeCaches({})
  await session.clearHostResolverCache()
}
