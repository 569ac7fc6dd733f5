import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below a folder, as bytes. */
async function rawFiles(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path, bytes: await readFile(path) }
    }),
  )
}

/** Where texts lie in a folder, in either of the encodings that Chromium stores text in: each as `text: file`. */
export async function placesOf(folder: string, texts: readonly string[]): Promise<string[]> {
  const files = await rawFiles(folder)
  return texts.flatMap((text) => {
    const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
    return files
      .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
      .map(({ path }) => `${text}: ${path}`)
  })
}
