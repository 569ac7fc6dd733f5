import type { PrintDocument } from '../contract/index.ts'

/** Prints a document through a hidden frame in which no script can run. */
export async function printInFrame(page: Document, document: PrintDocument): Promise<void> {
  const frame = page.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.hidden = true
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = '<!doctype html><html><head></head><body></body></html>'
  page.body.append(frame)
  await loaded
  const inner = frame.contentDocument
  if (inner !== null) {
    inner.documentElement.lang = document.locale
    inner.title = document.title
    inner.body.innerHTML = document.html
  }
  frame.contentWindow?.print()
  frame.remove()
}
