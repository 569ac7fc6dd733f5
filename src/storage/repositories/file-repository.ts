import type { Evidence } from '../../domain/case/index.ts'

/** The largest file that may be attached: an hour of recorded talk is below it. */
export const MAX_ATTACHED_BYTES = 50 * 1024 * 1024

/** A file on its way into a case. */
export interface AttachedFile {
  readonly name: string
  /** As the system names it; it is shown and never acted on. */
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * Files attached to a case, named by their content: the same bytes are kept once. A file stays until
 * its case is removed, so that undo and evidence always find it. Every promise may reject with a
 * `StorageFailure`.
 */
export interface FileRepository {
  /** Stores a file and returns what a record says of it. @throws StorageFailure `refused` when it is too large */
  add(caseId: string, file: AttachedFile): Promise<Evidence>
  /** A stored file, or null where there is none of that digest. */
  load(caseId: string, sha256: string): Promise<AttachedFile | null>
}
