import { refuse, sha256, succeed, utf8, type Result } from '../kernel/index.ts'

/** A file of an evidence pack. */
export interface ManifestFile {
  /** Within the pack, with `/` between its parts. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

/** What an evidence pack consists of. `seal` is the hash of all the rest of it. */
export interface Manifest {
  readonly files: readonly ManifestFile[]
  readonly seal: string
}

export const MANIFEST_FILE = 'manifest.json'
const FORMAT = 'respite-evidence'
const VERSION = 1
const MOST_FILES = 20_000

export type ManifestProblem =
  | 'not-json'
  | 'not-a-manifest'
  | 'newer-version'
  | 'unsafe-path'
  | 'repeated-path'
  | 'not-canonical'
  | 'seal-broken'

/** The manifest's one and only text for these files, whatever order they come in. */
export function manifestText(files: readonly ManifestFile[]): string {
  const sorted = files.toSorted((one, other) => compare(one.path, other.path))
  const listed = sorted.map(({ path, size, sha256: hash }) => ({ path, size, sha256: hash }))
  const body = { format: FORMAT, version: VERSION, files: listed }
  const seal = sha256(utf8(JSON.stringify(body)))
  return `${JSON.stringify({ ...body, seal }, null, 2)}\n`
}

const compare = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/**
 * Reads a manifest that may be anybody's. What is accepted is byte by byte what `manifestText` would
 * write, so that no change of it goes unseen, and no path of it leads out of the folder.
 */
export function readManifest(text: string): Result<Manifest, ManifestProblem> {
  const value = parsed(text)
  if (value === undefined) return refuse('not-json')
  const shape = shapeOf(value)
  if (!shape.ok) return shape
  const { files, seal } = shape.value
  const problem = pathProblem(files)
  if (problem !== null) return refuse(problem)
  const canonical = manifestText(files)
  if (!canonical.endsWith(`"seal": "${seal}"\n}\n`)) return refuse('seal-broken')
  return canonical === text ? succeed({ files, seal }) : refuse('not-canonical')
}

function shapeOf(value: unknown): Result<Manifest, ManifestProblem> {
  if (!isRecord(value) || value['format'] !== FORMAT) return refuse('not-a-manifest')
  const { version, files, seal } = value
  if (typeof version === 'number' && version > VERSION) return refuse('newer-version')
  if (!isFileList(files)) return refuse('not-a-manifest')
  return typeof seal === 'string' ? succeed({ files, seal }) : refuse('seal-broken')
}

const isFileList = (files: unknown): files is readonly ManifestFile[] =>
  Array.isArray(files) && files.length <= MOST_FILES && files.every(isFile)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFile = (value: unknown): value is ManifestFile =>
  isRecord(value) &&
  typeof value['path'] === 'string' &&
  Number.isSafeInteger(value['size']) &&
  typeof value['sha256'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['sha256'])

/** Two names that differ in case only are one file on many disks. */
function pathProblem(files: readonly ManifestFile[]): ManifestProblem | null {
  const seen = new Set<string>()
  for (const { path } of files) {
    if (!isSafePath(path)) return 'unsafe-path'
    if (seen.has(path.toLowerCase())) return 'repeated-path'
    seen.add(path.toLowerCase())
  }
  return null
}

/** A relative path that stays where it is on any system: no step up, no drive, no stream, nothing invisible. */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 300 || path === MANIFEST_FILE) return false
  if (/[\\:\p{Cc}\p{Cf}]/u.test(path)) return false
  return path.split('/').every((part) => part !== '' && !/^\.+$/.test(part) && !/[. ]$/.test(part))
}
