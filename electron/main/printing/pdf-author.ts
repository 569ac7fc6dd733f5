import { Buffer } from 'node:buffer'

/**
 * Writes the author into a PDF's information dictionary, which Chromium leaves without one. Nothing
 * that is there changes: a later version of that one object is appended with its own cross-reference
 * section (ISO 32000-1, 7.5.6 incremental updates). A file of another build is returned as it is.
 */
export function withAuthor(pdf: Uint8Array, author: string): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/.exec(text)
  const info = /\/Info (\d+) 0 R/.exec(trailer?.[1] ?? '')?.[1]
  const old =
    info && new RegExp(String.raw`(?:^|\n)${info} 0 obj\s*<<([\s\S]*?)>>\s*endobj`).exec(text)
  const [, entries] = old || []
  if (author === '' || !trailer || info === undefined || entries === undefined) return pdf
  const [, parts = '', start = ''] = trailer
  const object = `${info} 0 obj\n<<${entries.trimEnd()}\n/Author ${textString(author)}>>\nendobj\n`
  const lead = text.endsWith('\n') ? '' : '\n'
  const at = pdf.byteLength + lead.length
  const xref = `xref\n${info} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  const kept = parts.replace(/\/Prev \d+/, '').trim()
  const end = `trailer\n<<${kept}\n/Prev ${start}>>\nstartxref\n${String(at + object.length)}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(`${lead}${object}${xref}${end}`, 'latin1')])
}

/** A text string as UTF-16BE with its mark, in hexadecimal (7.9.2.2). */
function textString(text: string): string {
  const units = [...Array(text.length).keys()].map((index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  )
  return `<feff${units.join('')}>`
}
