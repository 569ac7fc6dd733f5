import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { layers } from '../../.config/import-policies.ts'
import { root } from './source-files.ts'

const domain = layers.map((layer) => layer.folder).filter((name) => name.startsWith('src/domain/'))
const everyone = layers.map((layer) => layer.folder)

/** A list as the document writes it: the whole domain in one word, nothing as a dash. */
function shown(names: readonly string[]): string {
  const whole = domain.every((folder) => names.includes(folder))
  const rest = whole ? names.filter((name) => !domain.includes(name)) : names
  const words = [...(whole ? ['src/domain/*'] : []), ...rest]
  return words.length === 0 ? '–' : words.map((word) => `\`${word}\``).join(', ')
}

const expected = layers
  .filter((layer) => layer.folder !== 'resources')
  .map((layer) => [`\`${layer.folder}\``, shown(layer.imports), shown(layer.packages)])

/** The rows of the document's table: its cells, without the head. */
function documented(): string[][] {
  const text = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')
  const table = /## Who may import whom\n[^|]*((?:\|.*\n)+)/.exec(text)?.[1] ?? ''
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

describe('docs/architecture.md', () => {
  it('shows the import table that lint enforces', () => {
    expect(documented()).toEqual(expected)
  })

  it('is drawn from a table that names only its own layers', () => {
    const strange = layers.flatMap((layer) =>
      layer.imports.filter((name) => !everyone.includes(name)),
    )
    expect(strange).toEqual([])
  })
})
