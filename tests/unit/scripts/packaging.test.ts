import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FUSES } from '../../../scripts/package/packaged-app.ts'
import { carriedPackages } from '../../../scripts/package/licence-list.ts'

const root = join(import.meta.dirname, '../../..')

describe('packages', () => {
  it('have the same fuses, whichever tool makes them', () => {
    const text = readFileSync(join(root, '.config/electron-builder.yml'), 'utf8')
    const { electronFuses } = parse(text) as { electronFuses: Record<string, boolean> }
    const ours = Object.entries(FUSES).map(([fuse, value]): [string, boolean] => {
      const name = FuseV1Options[Number(fuse)] ?? ''
      return [name.charAt(0).toLowerCase() + name.slice(1), value]
    })
    expect(electronFuses).toEqual(Object.fromEntries(ours))
  })

  it('carry only code whose licence lets them', async () => {
    const allowed =
      /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD|Python-2\.0|PSF-2\.0|Zlib)\b/
    const packages = await carriedPackages()
    expect(packages.length).toBeGreaterThan(12)
    expect(packages.map(({ name }) => name)).toContain('vue')
    expect(packages.map(({ name }) => name)).not.toContain('vitest')
    const strange = packages.filter(({ licence }) => !allowed.test(licence))
    expect(strange.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
  })
})
