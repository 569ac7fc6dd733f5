import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shippedPack } from '../../support/pack-files.ts'
import { PACK_REVIEW_FILE, packReview } from '../../support/pack-review.ts'

it('the review table for lawyers is that of the shipped pack', async () => {
  const review = await packReview()
  expect(readFileSync(PACK_REVIEW_FILE, 'utf8')).toBe(review)
  const { conduct, limits, channels, sources } = shippedPack()
  for (const { id } of [...conduct, ...limits]) expect(review).toContain(id)
  for (const { name } of channels) expect(review).toContain(name['zh-CN'])
  for (const { source } of sources) expect(review).toContain(source)
})
