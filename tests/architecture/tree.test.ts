import { describe, expect, it } from 'vitest'
import { bannedNames, layers, maxLines } from '../../.config/import-policies.ts'
import { foldersIn, sourceFiles } from './source-files.ts'

const everywhere = sourceFiles('src', 'electron', 'scripts', 'tests', '.config')

const wordsOf = (path: string): string[] =>
  path
    .split(/[/.-]|(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '')

function limitOf(path: string): number {
  if (path.endsWith('.vue')) return maxLines.vue
  return path.startsWith('src/domain/') ? maxLines.domain : maxLines.other
}

describe('the tree', () => {
  it('is looked at', () => {
    expect(everywhere.length).toBeGreaterThan(100)
  })

  it('has no name that says nothing', () => {
    const named = everywhere.filter((file) =>
      wordsOf(file.path).some((word) => bannedNames.includes(word)),
    )
    expect(named.map((file) => file.path)).toEqual([])
  })

  it('has no file longer than its limit', () => {
    const long = everywhere.filter((file) => file.text.split('\n').length - 1 > limitOf(file.path))
    expect(long.map((file) => file.path)).toEqual([])
  })

  it('has files named in kebab-case and components in PascalCase', () => {
    const odd = everywhere.filter((file) => {
      const name = file.path.split('/').at(-1)!
      return name.endsWith('.vue')
        ? !/^[A-Z][A-Za-z0-9]*\.vue$/.test(name)
        : !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)
    })
    expect(odd.map((file) => file.path)).toEqual([])
  })

  it('has no folder that the import table does not know', () => {
    const known = layers.map((layer) => layer.folder)
    const folders = [
      ...foldersIn('src').filter((folder) => folder !== 'src/domain' && folder !== 'src/ui'),
      ...foldersIn('src/domain'),
      ...foldersIn('electron'),
    ]
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([])
  })

  it('has no test that is switched off or runs alone', () => {
    const switches =
      /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fails|fixme)\b|\bx(it|describe)\(/
    const switched = sourceFiles('tests').filter(
      // This folder plants such tests as texts.
      (file) => !file.path.startsWith('tests/architecture/') && switches.test(file.text),
    )
    expect(switched.map((file) => file.path)).toEqual([])
  })

  it('explains every exported function of the domain', () => {
    const silent = sourceFiles('src/domain').flatMap((file) => {
      const lines = file.text.split('\n')
      return lines
        .filter(
          (line, at) => line.startsWith('export function') && !/\*\/\s*$/.test(lines[at - 1] ?? ''),
        )
        .map((line) => `${file.path}: ${line}`)
    })
    expect(silent).toEqual([])
  })
})
