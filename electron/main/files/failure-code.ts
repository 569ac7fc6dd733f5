import type { DesktopFailure } from '../../../src/contract/index.ts'

const WRITE_FAILURES: Readonly<Record<string, DesktopFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  // The disk can't hold a file of that size, as many a stick can't: another one may.
  EFBIG: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EEXIST: 'not-writable',
  ENOENT: 'not-writable',
  ENOTDIR: 'not-writable',
  EISDIR: 'not-writable',
  EBUSY: 'not-writable',
  ENAMETOOLONG: 'not-writable',
}

/** Says in the contract's words why a file was not written. */
export const writeFailure = (error: unknown): DesktopFailure =>
  WRITE_FAILURES[codeOf(error)] ?? 'failed'

/** Whether a file could not be read because there is none. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** The system's own code of an error; empty where it has none. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
