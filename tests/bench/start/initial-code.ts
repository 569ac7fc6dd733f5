import { readFileSync } from 'node:fs'
import { join, normalize, dirname } from 'node:path'
import { gzipSync } from 'node:zlib'

const PAGE_SCRIPT = /(?:src|href)="([^"]+\.js)"/g
const STATIC_IMPORT = /(?:^|[;}\s])import(?:[^"'();]*?from)?\s*["'](\.\/[^"']+)["']/g

export interface CodeFile {
  readonly name: string
  readonly gzipBytes: number
}

/** The scripts that the built page needs before anything shows: those it names, and what they import at once. */
export function initialCode(renderer: string): readonly CodeFile[] {
  const page = readFileSync(join(renderer, 'index.html'), 'utf8')
  const files = new Map<string, CodeFile>()
  const read = (path: string): void => {
    if (files.has(path)) return
    const text = readFileSync(join(renderer, path), 'utf8')
    files.set(path, { name: path, gzipBytes: gzipSync(text).length })
    for (const [, target = ''] of text.matchAll(STATIC_IMPORT))
      read(normalize(join(dirname(path), target)))
  }
  for (const [, target = ''] of page.matchAll(PAGE_SCRIPT)) read(normalize(target))
  return [...files.values()]
}
