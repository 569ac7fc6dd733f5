import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { timelessPdf } from '../../electron/main/printing/timeless-pdf.ts'

const printed = (time: string, firstNode: number): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Title (A)\n/CreationDate (D:${time}+00'00')\n/ModDate (D:${time}+00'00')>>\nendobj\n` +
      [2, 0, 1].map((n) => `/ID (node${String(firstNode + n).padStart(8, '0')})\n`).join('') +
      'stream\n\u00ff\u0000node1\nendstream\n%%EOF\n',
    'latin1',
  )

describe('a PDF without its moment', () => {
  it('is byte by byte the same whenever it was printed, and as long as it was', () => {
    const one = timelessPdf(printed('20261128080000', 7))
    const other = timelessPdf(printed('20270101235959', 412))
    expect(Buffer.from(one).equals(other)).toBe(true)
    expect(one.length).toBe(printed('20261128080000', 7).length)
    const text = Buffer.from(one).toString('latin1')
    expect(text).not.toContain('Date')
    expect(text).toContain('node00000003)\n/ID (node00000001)\n/ID (node00000002)')
    expect(text).toContain('\u00ff\u0000node1')
  })
})
