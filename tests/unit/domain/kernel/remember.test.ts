import { expect, it } from 'vitest'
import { rememberByIdentity } from '../../../../src/domain/kernel/index.ts'

it('works out once what is asked for again and again, and forgets what many others came after', () => {
  let count = 0
  const size = rememberByIdentity((key: { readonly n: number }) => {
    count += 1
    return { double: key.n * 2 }
  })
  const key = { n: 21 }
  expect(size(key)).toBe(size(key))
  expect(size({ n: 21 })).toEqual({ double: 42 })
  expect(count).toBe(2)
  for (let n = 0; n < 200; n += 1) size({ n })
  size(key)
  expect(count).toBe(202)
  for (let n = 0; n < 1000; n += 1) size({ n })
  expect(size(key)).toEqual({ double: 42 })
  expect(count).toBe(1203)
})

it('remembers fewer where it is told to', () => {
  let count = 0
  const size = rememberByIdentity((key: { readonly n: number }) => {
    count += 1
    return key.n
  }, 2)
  const key = { n: 1 }
  size(key)
  for (let n = 0; n < 5; n += 1) size({ n })
  size(key)
  expect(count).toBe(7)
})
