import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../../src/cli/read-pack.ts'
import { run } from '../../../src/cli/run.ts'
import { fileWith, folderPath } from './run-cli.ts'

describe('readPack', () => {
  it('reads the pack of a jurisdiction', async () => {
    expect((await readPack('cn')).meta.id).toBe('cn')
  })

  it.each(['xx', '../cn', '..', '/etc', 'cn/letters', 'CN', ''])(
    'refuses %j in one line',
    async (jurisdiction) => {
      await expect(readPack(jurisdiction)).rejects.toThrow(/^[^\n]*jurisdiction[^\n]*$/)
    },
  )

  it('names the first fault of a broken pack', async () => {
    const packs = join(folderPath(), 'packs')
    mkdirSync(join(packs, 'xx'), { recursive: true })
    writeFileSync(join(packs, 'xx', 'pack.json'), '{')
    await expect(readPack('xx', packs)).rejects.toThrow(
      'the pack xx is broken: pack.json $ not-json',
    )
  })

  it('refuses a pack that says it is another one', async () => {
    const packs = join(folderPath(), 'renamed')
    cpSync('resources/packs/cn', join(packs, 'yy'), { recursive: true })
    await expect(readPack('yy', packs)).rejects.toThrow('the pack yy is broken: pack.json $.id')
  })

  it('ends a command for a case of an unknown jurisdiction with one line', async () => {
    const file = fileWith('xx.json', '{"format":"respite-case","version":1,"jurisdiction":"xx"}')
    expect(await run(['diagnose', file])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'respite: no pack for the jurisdiction xx\n',
    })
  })
})
