import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { withAuthor } from '../../electron/main/printing/pdf-author.ts'

const info = '1 0 obj\n<</Title (Letter)\n/Producer (Test)>>\nendobj\n'
const pdf = Buffer.from(
  `%PDF-1.4\n${info}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n` +
    `trailer\n<</Size 2\n/Root 1 0 R\n/Info 1 0 R>>\nstartxref\n${String(9 + info.length)}\n%%EOF\n`,
  'latin1',
)
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('the author of a PDF', () => {
  it('is added behind what is there, and the new table leads to it', () => {
    const changed = textOf(withAuthor(pdf, '林A'))
    expect(changed.startsWith(textOf(pdf))).toBe(true)
    expect(changed).toContain('/Title (Letter)\n/Producer (Test)\n/Author <feff67970041>>>')
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(changed)?.[1])
    const [, at] = /^xref\n1 1\n(\d{10}) 00000 n /.exec(changed.slice(start)) ?? []
    expect(changed.slice(Number(at)).startsWith('1 0 obj\n<</Title')).toBe(true)
    expect(changed).toContain(`/Prev ${String(9 + info.length)}>>`)
  })

  it('is left out where there is none, or the file is built another way', () => {
    expect(withAuthor(pdf, '')).toBe(pdf)
    const other = Buffer.from('%PDF-1.7\nno trailer\n%%EOF\n', 'latin1')
    expect(withAuthor(other, 'A')).toBe(other)
  })
})
