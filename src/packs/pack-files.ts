/** The files of a pack: path within its folder → text. */
export type PackFiles = Readonly<Record<string, string>>

/** The text of a file; null where there is none. */
export const fileText = (files: PackFiles, name: string): string | null =>
  Object.hasOwn(files, name) ? (files[name] ?? null) : null
