import { expect, it } from 'vitest'
import { overdueStage } from '../../../../src/domain/loan/index.ts'

it.each([
  [0, 'M0'],
  [1, 'M1'],
  [30, 'M1'],
  [31, 'M2'],
  [60, 'M2'],
  [61, 'M3'],
  [91, 'M4'],
  [121, 'M5'],
  [180, 'M6'],
  [181, 'M7+'],
  [4000, 'M7+'],
])('%s days overdue are %s', (days, stage) => {
  expect(overdueStage(days)).toBe(stage)
})
