import { describe, expect, it } from 'vitest'
import { shippedPack } from '../../support/pack-files.ts'

const { practice, meta } = shippedPack()

describe('published practice in the pack', () => {
  it('has a source and the day it was seen for every row', () => {
    expect(practice.length).toBeGreaterThanOrEqual(8)
    for (const { source, seenOn } of practice) {
      expect(new URL(source).protocol).toMatch(/^https?:$/)
      expect(seenOn <= meta.reviewedOn).toBe(true)
    }
  })

  it('has figures where it measures something, in their order, and none elsewhere', () => {
    for (const { measure, low, high } of practice) {
      expect(low === null && high === null).toBe(measure === null)
      expect(low ?? 0).toBeLessThanOrEqual(high ?? Number.POSITIVE_INFINITY)
    }
  })

  it('never speaks of how likely a creditor is to accept', () => {
    for (const { says } of practice) {
      expect(says.en).not.toMatch(/accept(?:ed|ance)|likel|chance|probab/i)
      expect(says['zh-CN']).not.toMatch(/接受率|概率|成功率|可能性/)
    }
  })
})
