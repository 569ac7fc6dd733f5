import { textTable } from '../../src/cli/report/text-table.ts'
import { SECTIONS } from './sections.ts'
import type { BenchTable } from './section.ts'

/** `npm run bench [-- SECTION …]`: prints the tables of every section, or of those that are named. */
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => SECTIONS.every((section) => section.name !== name))
if (unknown.length > 0) {
  process.stderr.write(`no such section: ${unknown.join(', ')}\n`)
  process.exit(2)
}

const shown = ({ title, head, rows, note }: BenchTable): string =>
  [
    title,
    ...textTable(
      head.map((text, at) => ({ head: text, align: at === 0 ? 'left' : 'right' })),
      rows,
    ),
    ...(note === undefined ? [] : [note]),
  ].join('\n')

for (const { name, run } of SECTIONS) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  process.stdout.write(`== ${name}\n\n`)
  for (const table of await run()) process.stdout.write(`${shown(table)}\n\n`)
}
