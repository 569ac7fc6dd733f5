/** Why the app can't start: its storage or its key does not open, or it was built with a broken rule pack. */
export type StartProblem =
  | 'newer-database'
  | 'upgrade-failed'
  | 'no-backup'
  | 'not-renewed'
  | 'wrong-key'
  | 'key-missing'
  | 'key-damaged'
  | 'unavailable'
  | 'broken-pack'
