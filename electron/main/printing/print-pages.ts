import { randomUUID } from 'node:crypto'
import type { PrintDocument } from '../../../src/contract/index.ts'
import { APP_SCHEME, isAppAddress, PRINT_HOST } from '../app-origin.ts'
import { answersUnder, type Answer, type Asked } from '../protocol/answer-scheme.ts'
import { PRINT_POLICY } from '../protocol/security-headers.ts'
import stylesheet from '../../../src/contract/printed-page.css?raw'

const pages = new Map<string, PrintDocument>()

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function wholePage(document: PrintDocument): string {
  return (
    `<!doctype html><html lang="${document.locale}"><head><meta charset="utf-8">` +
    `<title>${escapeText(document.title)}</title>` +
    `<link rel="stylesheet" href="/print.css"></head><body>${document.html}</body></html>`
  )
}

/** Puts a document up for one reading and returns its address. */
export function offerPage(document: PrintDocument): string {
  const name = `/${randomUUID()}.html`
  pages.set(name, document)
  return `${APP_SCHEME}://${PRINT_HOST}${name}`
}

/** Takes back a document that was not read. */
export function withdrawPage(address: string): void {
  pages.delete(new URL(address).pathname)
}

const answer = answersUnder(PRINT_POLICY)

/** Answers the print window: the stylesheet, and each offered document once. */
export function servePrintPages({ url }: Asked): Answer {
  const path = isAppAddress(url, PRINT_HOST) ? new URL(url).pathname : ''
  if (path === '/print.css') return answer(200, 'text/css; charset=utf-8', stylesheet)
  const document = pages.get(path)
  if (document === undefined) return answer(404, 'text/plain; charset=utf-8', 'Not found')
  pages.delete(path)
  return answer(200, 'text/html; charset=utf-8', wholePage(document))
}
