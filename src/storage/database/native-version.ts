/** Dexie counts ten native versions to one. */
const STEP = 10

/** The version that the browser keeps for a version of Dexie's. */
export const nativeVersion = (version: number): number => version * STEP

/** Dexie's version of one that the browser keeps. */
export const dexieVersion = (native: number): number => Math.floor(native / STEP)
