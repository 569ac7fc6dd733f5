import { assemblePack } from './assemble-pack.ts'
import type { CheckedPack } from './checked-pack.ts'
import type { Pack } from './pack.ts'

/**
 * The pack that is built into the app. The shape of its files and its templates were checked when it was built: a
 * pack with a fault stops the build, and what was built is as safe from changes as the code that would check it. Here
 * its parts are put together, which follows every reference once more.
 * @throws Error when it is broken: such a build must not run
 */
export function bundledPack({ entries, texts, talk }: CheckedPack): Pack {
  const parts = { entries, texts, talk: () => () => talk }
  const reading = assemblePack(parts, { problems: [], isSound: () => true })
  if (reading.ok) return reading.value
  const first = reading.problem[0]
  throw new Error(`broken pack: ${first?.file ?? ''} ${first?.path ?? ''} ${first?.code ?? ''}`)
}
