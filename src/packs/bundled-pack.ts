import type { Pack } from './pack.ts'
import { parsePack } from './parse-pack.ts'

const FOLDER = '../../resources/packs/cn/'

// Vite reads the pattern at build time, so it has to stand here as it is.
const FILES = import.meta.glob<string>('../../resources/packs/cn/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/**
 * The pack that is built into the app, checked once more when it is loaded. Its letters are parsed when one is
 * written, as its scripts are: the tests parse each, and at the start they would take longer than all the rest.
 * @throws Error when it is broken: such a build must not run
 */
export function loadBundledPack(): Pack {
  const files = Object.entries(FILES).map(([path, text]) => [path.slice(FOLDER.length), text])
  const reading = parsePack(Object.fromEntries(files) as Record<string, string>, () => true)
  if (reading.ok) return reading.value
  const first = reading.problem[0]
  throw new Error(`broken pack: ${first?.file ?? ''} ${first?.path ?? ''} ${first?.code ?? ''}`)
}
