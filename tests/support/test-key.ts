import type { DataKey } from '../../src/storage/sealing/data-key.ts'

/** The key of every database a test opens, unless it is about keys. */
export const TEST_KEY: DataKey = { bytes: new Uint8Array(32).fill(7) }
