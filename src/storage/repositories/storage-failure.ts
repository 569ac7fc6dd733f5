/**
 * Why storage refused: `damaged` rows that can't be read, a `refused` change that could not be read
 * back, `no-such-case`, a `full` disk, or storage that is `unavailable`.
 */
export type StorageFailureCode = 'damaged' | 'refused' | 'no-such-case' | 'full' | 'unavailable'

/** A refusal of the storage layer. Its promises reject with nothing else. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  readonly code: StorageFailureCode

  constructor(code: StorageFailureCode, options?: ErrorOptions) {
    super(`storage: ${code}`, options)
    this.code = code
  }
}

/** Names the failure behind anything that was thrown while storage worked. */
export function storageFailureOf(thrown: unknown): StorageFailure {
  if (thrown instanceof StorageFailure) return thrown
  const isQuota = nameChain(thrown).includes('QuotaExceededError')
  return new StorageFailure(isQuota ? 'full' : 'unavailable', { cause: thrown })
}

/** Dexie wraps the browser's error: the name that matters may be one or two levels down. */
function nameChain(thrown: unknown): string[] {
  const names: string[] = []
  let current: unknown = thrown
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth += 1) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name)
    current = 'inner' in current ? current.inner : 'cause' in current ? current.cause : null
  }
  return names
}
