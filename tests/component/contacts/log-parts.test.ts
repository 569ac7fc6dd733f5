import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRequest } from '../../../src/contract/ipc.ts'
import { readLog } from '../../../src/domain/conduct/index.ts'
import { savedAs, shownName, storeFiles } from '../../../src/ui/contacts/attach-files.ts'
import { readTime } from '../../../src/ui/contacts/entry-draft.ts'
import { shownContacts, timelineRows } from '../../../src/ui/contacts/shown-contacts.ts'
import { indexAt } from '../../../src/ui/shared/use-window-rows.ts'
import { aCase, aContact } from '../../support/builders.ts'

describe('a time as people write it', () => {
  it.each([
    ['21:40', 1300],
    ['21：40', 1300],
    ['9:05', 545],
    ['2140', 1300],
    ['9.05', 545],
    ['21点40', 1300],
    ['21时40分', 1300],
    ['0:00', 0],
    ['23:59', 1439],
    ['24:00', null],
    ['12:60', null],
    ['', null],
    ['晚上', null],
  ])('%s', (typed, minute) => {
    expect(readTime(typed)).toBe(minute)
  })
})

describe('the name of an attached file', () => {
  it('keeps endings that are harmless and puts the others into a box', () => {
    expect(savedAs('录音.M4A')).toEqual({ name: '录音.M4A', extension: 'm4a' })
    expect(savedAs('page.html')).toEqual({ name: 'page.html.bin', extension: 'bin' })
    expect(savedAs('run.exe')).toEqual({ name: 'run.exe.bin', extension: 'bin' })
    expect(savedAs('mp3')).toEqual({ name: 'mp3.bin', extension: 'bin' })
    expect(savedAs('')).toEqual({ name: 'file.bin', extension: 'bin' })
  })

  it('is one line that cannot turn the reading direction', () => {
    expect(shownName('a\u202Egpj.exe\nb\u0000')).toBe('a gpj.exe b')
    expect([...shownName('长'.repeat(5000))].length).toBeLessThan(200)
  })

  it.each([
    ['..', 'file.bin'],
    ['../../etc/passwd', '_.._etc_passwd.bin'],
    ['C:\\Windows\\win.ini', 'C_Windows_win.ini.bin'],
    ['CON', '_CON.bin'],
    ['con.m4a', '_con.m4a'],
    ['COM1.png', '_COM1.png'],
    ['lpt9 .txt', '_lpt9 .txt'],
    ['console.png', 'console.png'],
    ['录音\u0000.m4a', '录音 .m4a'],
    ['录音\u202Ea4m.exe', '录音 a4m.exe.bin'],
    ['.hidden.png', 'hidden.png'],
    ['截图.png. . ', '截图.png'],
  ])('%j is saved as %j: no way out, no device, nothing hidden', (name, saved) => {
    expect(savedAs(name).name).toBe(saved)
  })

  it('keeps its ending however long it is', () => {
    const { name, extension } = savedAs(`${'长'.repeat(5000)}.m4a`)
    expect([name.length < 100, name.endsWith('长.m4a'), extension]).toEqual([true, true, 'm4a'])
  })

  it('is one that the shell takes, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (name) => {
        const { name: suggestedName, extension } = savedAs(name)
        const request = { suggestedName, extension, bytes: new Uint8Array(1) }
        expect(readRequest('saveFile', [request])).not.toBeNull()
      }),
    )
  })
})

describe('storing files', () => {
  const file = (name: string) => new File(['x'], name)

  it('stops at the first that fails and names it', async () => {
    const outcome = await storeFiles([file('a.png'), file('b.png')], ({ name }) =>
      Promise.resolve(
        name === 'a.png'
          ? { ok: true, evidence: { name, sha256: '0'.repeat(64) } }
          : { ok: false, code: 'full' },
      ),
    )
    expect(outcome).toEqual({ ok: false, name: 'b.png', code: 'full' })
  })

  it('tells of one that cannot be read', async () => {
    const arrayBuffer = () => Promise.reject(new Error('gone'))
    const broken = { name: 'a.png', type: '', size: 1, arrayBuffer }
    const outcome = await storeFiles([broken], () => Promise.reject(new Error('not asked')))
    expect(outcome).toEqual({ ok: false, name: 'a.png', code: 'not-readable' })
  })
})

describe('a long list', () => {
  it('finds the row at any height', () => {
    const offsets = Float64Array.from([0, 50, 150, 160, 400])
    expect([-10, 0, 49, 50, 149, 150, 399, 5000].map((height) => indexAt(offsets, height))).toEqual(
      [0, 0, 0, 1, 1, 2, 3, 3],
    )
    expect(indexAt(Float64Array.from([0]), 10)).toBe(0)
  })

  it('has what was written down last above what came at the same moment', () => {
    const contacts = ['k1', 'k2'].map((id) => aContact({ id }))
    const ids = shownContacts(readLog(aCase({ contacts }), 480), []).map(
      ({ contact }) => contact.id,
    )
    expect(ids).toEqual(['k2', 'k1'])
  })

  it('has a heading for each day and numbers its entries', () => {
    const contacts = [
      '2026-11-20T10:00:00+08:00',
      '2026-11-20T17:00:00Z',
      '2026-11-20T11:00:00+08:00',
    ].map((moment, n) => aContact({ id: `k${String(n)}`, at: moment }))
    const rows = timelineRows(shownContacts(readLog(aCase({ contacts }), 480), []))
    expect(rows.map(({ key }) => key)).toEqual([
      'day 2026-11-21',
      'k1',
      'day 2026-11-20',
      'k2',
      'k0',
    ])
    expect(rows.flatMap((row) => (row.kind === 'entry' ? [row.place] : []))).toEqual([1, 2, 3])
  })
})
