/** Why the app can't start: its storage does not open, or it was built with a broken rule pack. */
export type StartProblem = 'newer-database' | 'upgrade-failed' | 'unavailable' | 'broken-pack'
