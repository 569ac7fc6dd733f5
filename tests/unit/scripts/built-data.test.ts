import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { build, type Plugin, type Rolldown } from 'vite'
import { checkedPack } from '../../../scripts/build/checked-pack.ts'
import { jsonModule, valueOfModule } from '../../../scripts/build/json-module.ts'
import { messagesAsText } from '../../../scripts/build/messages-as-text.ts'

const folders: string[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'respite-built-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** What a module becomes when it is built with the plugins. */
async function built(entry: string, plugins: Plugin[]): Promise<string> {
  const lib = { entry, formats: ['es' as const], fileName: 'built' }
  const output = (await build({
    ...{ configFile: false, logLevel: 'silent', plugins },
    build: { write: false, minify: false, lib },
  })) as Rolldown.RolldownOutput[]
  return output[0]?.output[0].code ?? ''
}

describe('data as a module', () => {
  it('is the same value, whatever stands in it', async () => {
    const value = { a: ['"', "'", '`${x}`', '\\', '\n', '\u2028', '协商'], b: { c: null, d: 0.5 } }
    expect(await valueOfModule(jsonModule(value))).toEqual(value)
  })
})

describe('messages', () => {
  it('are text that is read at once, and mean the same', async () => {
    const folder = newFolder()
    const file = join(folder, 'entry.js')
    const message = join(folder, 'title.json')
    const messages = join(folder, 'messages.js')
    writeFileSync(message, '{ "title": "It’s “here”" }')
    writeFileSync(messages, `export { default } from './title.json'`)
    writeFileSync(file, `export { default } from './messages.js'`)
    const code = await built(file, [messagesAsText(folder)])
    expect(code).toContain('JSON.parse(')
    expect(await valueOfModule(code)).toEqual({ title: 'It’s “here”' })
  })
})

describe('the pack of a build', () => {
  it('stops the build where it has a fault, and names it', async () => {
    const folder = newFolder()
    cpSync('resources/packs/cn', join(folder, 'cn'), { recursive: true })
    writeFileSync(join(folder, 'cn/letters/meeting-summary.en.md'), '{{ loan.')
    writeFileSync(join(folder, 'cn/scripts/home-visit.en.yaml'), 'id: [')
    const file = join(folder, 'entry.js')
    writeFileSync(file, `export { default } from './cn/pack.json?checked-pack'`)
    await expect(built(file, [checkedPack()])).rejects.toThrow(/meeting-summary\.en\.md.*template/)
    cpSync('resources/packs/cn/letters', join(folder, 'cn/letters'), { recursive: true })
    await expect(built(file, [checkedPack()])).rejects.toThrow(/home-visit\.en\.yaml.*not-yaml/)
  })
})
