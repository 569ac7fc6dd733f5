import type { Page } from '@playwright/test'

/** A picture as WebP, made by the page's own encoder; `width` scales it down. */
export async function asWebp(page: Page, png: Buffer, width: number): Promise<Buffer> {
  const text = await page.evaluate(
    async ({ base64, most }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const scale = Math.min(1, most / picture.width)
      const canvas = new OffscreenCanvas(picture.width * scale, picture.height * scale)
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })
      const out = new Uint8Array(await blob.arrayBuffer())
      return btoa(Array.from(out, (byte) => String.fromCharCode(byte)).join(''))
    },
    { base64: png.toString('base64'), most: width },
  )
  return Buffer.from(text, 'base64')
}

const COLUMNS = 6
const CELL_WIDTH = 480

/** All pictures of a round on one sheet: each goes below the column that ends highest so far. */
export async function contactSheet(page: Page, pictures: readonly Buffer[]): Promise<Buffer> {
  const text = await page.evaluate(
    async ({ all, columns, width }) => {
      const ends = Array.from({ length: columns }, () => 0)
      const placed: { picture: ImageBitmap; x: number; y: number; height: number }[] = []
      for (const base64 of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const picture = await createImageBitmap(new Blob([bytes]))
        const y = Math.min(...ends)
        const column = ends.indexOf(y)
        const height = Math.round((picture.height * width) / picture.width)
        placed.push({ picture, x: column * width, y, height })
        ends[column] = y + height
      }
      const canvas = new OffscreenCanvas(columns * width, Math.max(...ends))
      const context = canvas.getContext('2d')
      for (const { picture, x, y, height } of placed)
        context?.drawImage(picture, x + 4, y + 4, width - 8, height - 8)
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })
      const out = new Uint8Array(await blob.arrayBuffer())
      return btoa(Array.from(out, (byte) => String.fromCharCode(byte)).join(''))
    },
    {
      all: pictures.map((picture) => picture.toString('base64')),
      columns: COLUMNS,
      width: CELL_WIDTH,
    },
  )
  return Buffer.from(text, 'base64')
}
