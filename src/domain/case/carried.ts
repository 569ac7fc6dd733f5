/**
 * Fields of a case file that this version does not know. They are carried from import to export
 * and never read.
 */
export interface Carried {
  readonly extra?: Readonly<Record<string, unknown>>
}
