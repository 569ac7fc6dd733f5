import { Buffer } from 'node:buffer'

const DATES = /\/(?:CreationDate|ModDate) \((?:\\.|[^\\)])*\)/g
/** Ids of the tagged structure, numbered on from whatever the process printed before. */
const NODE_ID = /\bnode(\d{8})\b/g

/**
 * A PDF of Chromium without what the moment put into it: the same document gives the same bytes. The
 * dates are blanked and the ids of its structure are numbered from 1, each in the room it had, so that
 * no offset changes.
 */
export function timelessPdf(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const ids = [...new Set([...text.matchAll(NODE_ID)].map(([, id]) => id ?? ''))].toSorted()
  const numbers = new Map(ids.map((id, index) => [id, String(index + 1).padStart(8, '0')]))
  const plain = text
    .replace(DATES, (date) => ' '.repeat(date.length))
    .replace(NODE_ID, (_, id: string) => `node${numbers.get(id) ?? id}`)
  return Buffer.from(plain, 'latin1')
}
