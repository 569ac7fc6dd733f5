import type { Carried } from './carried.ts'

/** A file that proves something, named by what is in it. */
export interface Evidence extends Carried {
  readonly name: string
  /** SHA-256 of the file, 64 lower-case hexadecimal digits. */
  readonly sha256: string
}
