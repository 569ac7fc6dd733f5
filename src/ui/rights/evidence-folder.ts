import type { DesktopApi, DesktopReply, FolderFile, SavedFile } from '../../contract/index.ts'
import { MAX_SAVED_FOLDER_BYTES } from '../../contract/limits.ts'
import type { Case, Contact, Evidence, Locale } from '../../domain/case/index.ts'
import {
  buildEvidencePack,
  type AttachedFile,
  type ConductFinding,
} from '../../domain/conduct/index.ts'
import { sha256, utf8 } from '../../domain/kernel/index.ts'
import { EVIDENCE_WORDS, evidenceIndex, markdownToHtml } from '../../packs/index.ts'

const INDEX_FILE = 'index.pdf'

export interface EvidenceChoice {
  readonly facts: Case
  /** In the order of time. */
  readonly contacts: readonly Contact[]
  readonly findings: readonly ConductFinding[]
  /** Digests of the files that go in. */
  readonly files: ReadonlySet<string>
  /** The language of the index. */
  readonly locale: Locale
  readonly folderName: string
}

interface EvidenceEnds {
  readonly desktop: Pick<DesktopApi, 'renderPdf' | 'saveFolder'>
  /** The bytes of an attached file; null where they are not there. */
  readonly load: (sha256: string) => Promise<Uint8Array | null>
}

export type EvidenceReply = DesktopReply<
  SavedFile & {
    /** Stands for the whole pack. */
    readonly seal: string
  }
>

/**
 * Puts an evidence pack together and saves it as a folder: index, log, files and manifest. The same
 * choice gives the same bytes.
 */
export async function saveEvidence(
  choice: EvidenceChoice,
  { desktop, load }: EvidenceEnds,
): Promise<EvidenceReply> {
  const { facts, contacts, locale } = choice
  const named = contacts.flatMap(({ evidence }) => evidence)
  const bytesOf = await loadFiles(named, choice.files, load)
  const size = [...bytesOf.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)
  if (size > MAX_SAVED_FOLDER_BYTES) return { ok: false, code: 'too-large' }
  const attachments = named.flatMap(({ name, sha256: digest }): AttachedFile[] => {
    const bytes = bytesOf.get(digest)
    return bytes === undefined ? [] : [{ name, size: bytes.byteLength, sha256: digest }]
  })
  const request = { facts, contacts: contacts.map(({ id }) => id), attachments, texts: [] }
  const placed = new Map(
    buildEvidencePack(request).attachments.map(({ path, sha256: digest }) => [digest, path]),
  )
  const files = uniqueFiles(named).map((file) => ({
    ...file,
    path: placed.get(file.sha256) ?? null,
  }))
  const html = markdownToHtml(evidenceIndex({ ...choice, files }, locale))
  const index = await desktop.renderPdf({ title: EVIDENCE_WORDS[locale].title, locale, html })
  if (!index.ok) return index
  const { bytes } = index.value
  const pack = buildEvidencePack({
    ...request,
    files: [{ path: INDEX_FILE, size: bytes.byteLength, sha256: sha256(bytes) }],
  })
  const content: FolderFile[] = [
    { path: INDEX_FILE, bytes },
    ...pack.texts.map(({ path, text }) => ({ path, bytes: utf8(text) })),
    ...pack.attachments.flatMap(({ path, sha256: digest }) => {
      const attached = bytesOf.get(digest)
      return attached === undefined ? [] : [{ path, bytes: attached }]
    }),
  ]
  const saved = await desktop.saveFolder({ suggestedName: choice.folderName, files: content })
  return saved.ok ? { ok: true, value: { ...saved.value, seal: pack.seal } } : saved
}

async function loadFiles(
  named: readonly Evidence[],
  chosen: ReadonlySet<string>,
  load: EvidenceEnds['load'],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytesOf = new Map<string, Uint8Array>()
  for (const { sha256: digest } of uniqueFiles(named)) {
    const bytes = chosen.has(digest) ? await load(digest) : null
    if (bytes !== null) bytesOf.set(digest, bytes)
  }
  return bytesOf
}

/** Each content once, under the first of its names in the order of names. */
export const uniqueFiles = (named: readonly Evidence[]): readonly Evidence[] =>
  [
    ...new Map(
      named
        .toSorted((one, other) => (one.name < other.name ? 1 : -1))
        .map((file) => [file.sha256, { name: file.name, sha256: file.sha256 }]),
    ).values(),
  ].toSorted((one, other) => (one.name < other.name ? -1 : 1))
