import type { Contact } from '../case/index.ts'
import { sha256, utf8 } from '../kernel/index.ts'
import type { ConductFacts } from './contact-log.ts'
import { MANIFEST_FILE, manifestText, type ManifestFile } from './evidence-manifest.ts'
import { chainedLog } from './log-chain.ts'

/** An attached file whose bytes the caller has. */
export interface AttachedFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/** A text file of a pack. */
export interface PackText {
  readonly path: string
  readonly text: string
}

export interface EvidenceRequest {
  readonly facts: ConductFacts
  /** The ids of the chosen contacts. */
  readonly contacts: readonly string[]
  readonly attachments: readonly AttachedFile[]
  /** Further texts. */
  readonly texts: readonly PackText[]
  /** Further files whose bytes the caller has, such as the index for people, each at its own place. */
  readonly files?: readonly ManifestFile[]
}

export interface EvidencePack {
  /** The texts to write, the manifest last. */
  readonly texts: readonly PackText[]
  /** Where each attached file goes, by its hash. */
  readonly attachments: readonly { readonly path: string; readonly sha256: string }[]
  /** The hash to write down elsewhere: it stands for the whole pack. */
  readonly seal: string
}

export const LOG_FILE = 'log.jsonl'

/** Puts an evidence pack together. The same content gives the same bytes, in whatever order it came. */
export function buildEvidencePack(request: EvidenceRequest): EvidencePack {
  const log = { path: LOG_FILE, text: chainedLog(chosenRecords(request)) }
  const texts = [...request.texts, log]
  const attachments = placed(request.attachments)
  const files: ManifestFile[] = [
    ...texts.map(({ path, text }) => {
      const bytes = utf8(text)
      return { path, size: bytes.length, sha256: sha256(bytes) }
    }),
    ...attachments,
    ...(request.files ?? []),
  ]
  const manifest = manifestText(files)
  const { seal } = JSON.parse(manifest) as { seal: string }
  return {
    texts: [...texts, { path: MANIFEST_FILE, text: manifest }],
    attachments: attachments.map(({ path, sha256: hash }) => ({ path, sha256: hash })),
    seal,
  }
}

/** One place for each content; a file that was attached twice is there once. */
function placed(attachments: readonly AttachedFile[]): readonly ManifestFile[] {
  const byHash = new Map<string, AttachedFile>()
  for (const file of attachments.toSorted(byName))
    if (!byHash.has(file.sha256)) byHash.set(file.sha256, file)
  return [...byHash.values()].map(({ name, size, sha256: hash }) => ({
    path: `files/${hash.slice(0, 16)}-${safeName(name)}`,
    size,
    sha256: hash,
  }))
}

const byName = (one: AttachedFile, other: AttachedFile): number =>
  one.name === other.name ? 0 : one.name < other.name ? -1 : 1

/** A name that any disk takes: letters, digits, dots, dashes; its ending stays readable. */
function safeName(name: string): string {
  const kept = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._-]+/, '')
    .replace(/[._-]+$/, '')
  const short = [...kept].slice(-60).join('')
  return short === '' ? 'file' : short
}

function chosenRecords({ facts, contacts }: EvidenceRequest) {
  const chosen = new Set(contacts)
  return facts.contacts
    .filter(({ id }) => chosen.has(id))
    .toSorted(byMoment)
    .map((contact) => recordOf(contact, facts))
}

const byMoment = (one: Contact, other: Contact): number => {
  const [first, second] = [`${one.at} ${one.id}`, `${other.at} ${other.id}`]
  return first === second ? 0 : first < second ? -1 : 1
}

/** A contact as the log tells it: names in place of ids, fields in one order. */
function recordOf(contact: Contact, facts: ConductFacts): Readonly<Record<string, unknown>> {
  const { caller } = contact
  return {
    id: contact.id,
    at: contact.at,
    creditor: facts.creditors.find(({ id }) => id === contact.creditor)?.name ?? null,
    loan: facts.loans.find(({ id }) => id === contact.loan)?.contractNo ?? null,
    direction: contact.direction,
    channel: contact.channel,
    party: contact.party,
    person: facts.people.find(({ id }) => id === contact.person)?.name ?? null,
    caller:
      caller === null
        ? null
        : {
            name: caller.name,
            agency: caller.agency,
            number: caller.number,
            identified: caller.identityUnknown === true ? null : caller.identified,
          },
    connected: contact.connected,
    visitors: contact.visitors,
    disclosedDebt: contact.disclosedDebt,
    conduct: [...contact.conduct].sort(),
    recorded: contact.recorded,
    notes: contact.notes,
    evidence: contact.evidence.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
  }
}
