import type { Evidence } from '../../domain/case/index.ts'
import { ATTACHED_EXTENSIONS, type AttachedExtension } from '../../contract/index.ts'
import { MAX_ATTACHED_BYTES, type AttachedFile, type AttachOutcome } from '../../stores/index.ts'

/** A file that was chosen and is not stored yet. */
export type ChosenFile = Pick<File, 'name' | 'type' | 'size' | 'arrayBuffer'>

/** Whether a file can be kept. A larger one is not even read. */
export const isTooLarge = ({ size }: ChosenFile): boolean => size > MAX_ATTACHED_BYTES

const LONGEST_NAME = 200

/** A file's name as text: one line without what turns the reading direction or can't be seen. */
export function shownName(name: string): string {
  const seen = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return seen.length <= LONGEST_NAME ? seen : `${seen.slice(0, 120)}…${seen.slice(-60)}`
}

export type StoreOutcome =
  | { readonly ok: true; readonly evidence: readonly Evidence[] }
  | {
      readonly ok: false
      readonly name: string
      readonly code: Extract<AttachOutcome, { ok: false }>['code'] | 'not-readable'
    }

/** Stores files one after another and stops at the first that fails. What is stored twice is kept once. */
export async function storeFiles(
  files: readonly ChosenFile[],
  attach: (file: AttachedFile) => Promise<AttachOutcome>,
): Promise<StoreOutcome> {
  const evidence: Evidence[] = []
  for (const file of files) {
    const name = shownName(file.name)
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    )
    if (bytes === null) return { ok: false, name, code: 'not-readable' }
    const outcome = await attach({ name, mediaType: file.type, bytes })
    if (!outcome.ok) return { ok: false, name, code: outcome.code }
    evidence.push(outcome.evidence)
  }
  return { ok: true, evidence }
}

/** Names that Windows takes for a device, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i

/** Under what name and ending a stored file is saved to disk: never one that a system would run or open as a page. */
export function savedAs(name: string): {
  readonly name: string
  readonly extension: AttachedExtension
} {
  const bare = shownName(name)
    .replace(/[\\/:*?"<>|]+/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICE, '_$&')
  const ending = bare.slice(bare.lastIndexOf('.') + 1).toLowerCase()
  const extension = ATTACHED_EXTENSIONS.find((known) => known === ending && bare !== ending)
  const kept = [...bare]
    .slice(-80)
    .join('')
    .replace(/^[.\s]+/, '')
  if (extension !== undefined) return { name: kept, extension }
  return { name: `${kept === '' ? 'file' : kept}.bin`, extension: 'bin' }
}
