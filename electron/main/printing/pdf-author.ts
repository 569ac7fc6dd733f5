import { Buffer } from 'node:buffer'

/**
 * Writes the author into a PDF's information dictionary, which Chromium leaves without one. Nothing
 * that is there changes: a later version of that one object is appended with its own cross-reference
 * section (ISO 32000-1, 7.5.6 incremental updates). A file of another build is returned as it is.
 */
export function withAuthor(pdf: Uint8Array, author: string): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const end = author === '' ? null : readEnd(text)
  if (end === null) return pdf
  const object = `${end.info} 0 obj\n<<${end.entries}\n/Author ${textString(author)}>>\nendobj\n`
  const lead = text.endsWith('\n') ? '' : '\n'
  const at = pdf.byteLength + lead.length
  const xref = `xref\n${end.info} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<<${end.trailer}\n/Prev ${end.start}>>\n`
  const close = `startxref\n${String(at + object.length)}\n%%EOF\n`
  const added = `${lead}${object}${xref}${trailer}${close}`
  return Buffer.concat([pdf, Buffer.from(added, 'latin1')])
}

interface FileEnd {
  /** Entries of the trailer, but for the way to an earlier one. */
  readonly trailer: string
  /** Where the last cross-reference section begins. */
  readonly start: string
  /** Number of the information dictionary, and what stands in it. */
  readonly info: string
  readonly entries: string
}

function readEnd(text: string): FileEnd | null {
  const end = /trailer\s*<<([\s\S]*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/.exec(text)
  const [, trailer = '', start = ''] = end ?? []
  const [, info = ''] = /\/Info (\d+) 0 R/.exec(trailer) ?? []
  if (info === '') return null
  const object = new RegExp(String.raw`(?:^|\n)${info} 0 obj\s*<<([\s\S]*?)>>\s*endobj`)
  const entries = object.exec(text)?.[1]?.trimEnd()
  if (entries === undefined) return null
  return { trailer: trailer.replace(/\/Prev \d+/, '').trim(), start, info, entries }
}

/** A text string as UTF-16BE with its mark, in hexadecimal (7.9.2.2). */
function textString(text: string): string {
  const units = [...Array(text.length).keys()].map((index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  )
  return `<feff${units.join('')}>`
}
