import type { CheckedPack } from './checked-pack.ts'

// Vite reads the pattern at build time, so it has to stand here as it is; `scripts/build/checked-pack.ts` answers it.
const PACKS = import.meta.glob<() => Promise<CheckedPack>>('../../resources/packs/cn/pack.json', {
  query: '?checked-pack',
  import: 'default',
  eager: true,
})

/** Reads the pack that is built into the app. Rejects when it can't be read. */
export async function readCheckedPack(): Promise<CheckedPack> {
  const [read] = Object.values(PACKS)
  if (read === undefined) throw new Error('no pack was built in')
  return read()
}
