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
export function writeFailure(error: unknown): DesktopFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WRITE_FAILURES[code] ?? 'failed'
}
