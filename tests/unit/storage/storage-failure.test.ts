import { describe, expect, it } from 'vitest'
import { StorageFailure, storageFailureOf } from '../../../src/storage/index.ts'

describe('a failure of the storage', () => {
  const quota = new DOMException('no room', 'QuotaExceededError')

  it.each([
    ['the browser’s own error', quota],
    [
      'Dexie’s, which holds it',
      Object.assign(new Error('abort'), { name: 'AbortError', inner: quota }),
    ],
    [
      'one that was caused by it',
      new Error('bulk', { cause: { name: 'BulkError', inner: quota } }),
    ],
  ])('is a full disk by %s', (_what, thrown) => {
    expect(storageFailureOf(thrown).code).toBe('full')
  })

  it('is storage that can’t be used where nothing else is known, and keeps what it was', () => {
    expect(storageFailureOf(new Error('closed')).code).toBe('unavailable')
    expect(storageFailureOf(null).code).toBe('unavailable')
    const refused = new StorageFailure('refused')
    expect(storageFailureOf(refused)).toBe(refused)
  })
})
