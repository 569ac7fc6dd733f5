import { readFileSync } from 'node:fs'
import { extname, resolve, sep } from 'node:path'
import { APP_HOST, isAppAddress } from '../app-origin.ts'
import { answersUnder, type Answer, type Asked } from './answer-scheme.ts'
import { WINDOW_POLICY } from './security-headers.ts'

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The file that an address of the app names inside a folder, or null where it names none or leaves the folder. */
export function fileOfAddress(folder: string, address: string): string | null {
  if (!isAppAddress(address, APP_HOST)) return null
  const path = decodePath(new URL(address).pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const root = resolve(folder)
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(root + sep) ? file : null
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const answer = answersUnder(WINDOW_POLICY)

const plainAnswer = (status: number, words: string): Answer =>
  answer(status, 'text/plain; charset=utf-8', words)

/**
 * Answers requests of the window from the built files and from nowhere else. They are read at once: a start asks for
 * several, and four turns through the thread pool for each take longer than reading it.
 */
export function serveFiles(folder: string): (asked: Asked) => Answer {
  return ({ url, method }) => {
    if (method !== 'GET') return plainAnswer(405, 'Method not allowed')
    const file = fileOfAddress(folder, url)
    const type = file === null ? undefined : MIME_TYPES[extname(file).toLowerCase()]
    if (file === null || type === undefined) return plainAnswer(404, 'Not found')
    try {
      return answer(200, type, readFileSync(file))
    } catch {
      return plainAnswer(404, 'Not found')
    }
  }
}
