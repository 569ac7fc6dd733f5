/** Bounds on what is read from outside; far above any household's case, far below what hangs a window. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024
export const DEEPEST_NESTING = 64
export const MOST_VALUES = 500_000
export const LONGEST_TEXT = 100_000
export const LONGEST_TERM = 600
