import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs'
import { join } from 'node:path'
import type { LOG_FILE, MANIFEST_FILE } from '../domain/conduct/index.ts'

/** What lies in a folder: regular files, and whatever else, by path with `/`. Links are never followed. */
export interface FolderListing {
  readonly files: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  /** Whether there was more than anybody packs: the rest was not looked at. */
  readonly isCut: boolean
}

const MOST_ENTRIES = 50_000
const DEEPEST = 8

/** Lists a folder that may be anybody's. */
export function listFolder(folder: string): FolderListing {
  const files = new Set<string>()
  const others = new Set<string>()
  let isCut = false
  const walk = (path: string, depth: number): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      if (files.size + others.size >= MOST_ENTRIES) {
        isCut = true
        return
      }
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isFile()) files.add(inner)
      else if (entry.isDirectory() && depth < DEEPEST) walk(inner, depth + 1)
      else others.add(inner)
    }
  }
  walk('', 0)
  return { files, others, isCut }
}

const LARGEST_TEXT = 64 * 1024 * 1024

/** The text of the manifest or the log; null when there is none, it is no regular file or far too large. */
export function readTextOf(
  folder: string,
  name: typeof MANIFEST_FILE | typeof LOG_FILE,
): string | null {
  const path = join(folder, name)
  try {
    const found = lstatSync(path)
    if (!found.isFile() || found.size > LARGEST_TEXT) return null
    const bytes = Buffer.alloc(found.size)
    const descriptor = openSync(path, constants.O_RDONLY | NO_FOLLOW)
    try {
      const read = readSync(descriptor, bytes)
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(0, read),
      )
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return null
  }
}

// Windows has no such flag.
const NO_FOLLOW = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0

export interface FileDigest {
  readonly size: number
  readonly sha256: string
}

/**
 * Hashes a file of that size piece by piece, however large it is; null when it can't be read, is no
 * regular file or has another size: what can't be the same is not read, be it a terabyte of nothing.
 */
export function digestOf(folder: string, path: string, size: number): FileDigest | null {
  try {
    const descriptor = openSync(join(folder, path), constants.O_RDONLY | NO_FOLLOW)
    try {
      const found = fstatSync(descriptor)
      if (!found.isFile() || found.size !== size) return null
      return digestOfOpen(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return null
  }
}

function digestOfOpen(descriptor: number): FileDigest {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  let size = 0
  for (;;) {
    const read = readSync(descriptor, piece)
    if (read === 0) return { size, sha256: hash.digest('hex') }
    hash.update(piece.subarray(0, read))
    size += read
  }
}
