import type { Evidence } from '../../../domain/case/index.ts'
import { filled, fileRecord, listed, type FileRecord } from './file-record.ts'

/** The files that prove something; left out where there are none. */
export const encodeEvidence = (files: readonly Evidence[]): readonly FileRecord[] | undefined =>
  listed(files.map((file) => fileRecord({ name: filled(file.name), sha256: file.sha256 }, file)))
