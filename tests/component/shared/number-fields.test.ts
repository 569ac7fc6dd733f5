import { afterEach, describe, expect, it } from 'vitest'
import { rateOf } from '../../../src/domain/kernel/index.ts'
import NumberField from '../../../src/ui/shared/NumberField.vue'
import RateField from '../../../src/ui/shared/RateField.vue'
import { mountField } from './mount-field.ts'

afterEach(() => {
  document.body.replaceChildren()
})

describe('a number field', () => {
  it.each([
    ['32', '请填写 1 到 31 之间的数。'],
    ['0', '请填写 1 到 31 之间的数。'],
    ['1.5', '请填写整数。'],
    ['1e2', '请填写数字。'],
  ])('refuses a due day of %s and says why', async (typed, reason) => {
    const field = mountField(NumberField, { modelValue: 10, min: 1, max: 31 })
    await field.enter(typed)
    expect([field.handedOn(), field.text(), field.error()]).toEqual([[], typed, reason])
  })

  it('takes both ends of its bounds, and decimals only where they are allowed', async () => {
    const field = mountField(NumberField, { modelValue: null, min: 1, max: 31 })
    await field.enter('1')
    await field.enter('31')
    expect(field.handedOn()).toEqual([1, 31])
    const fine = mountField(NumberField, { modelValue: null, decimals: 2 })
    await fine.enter('1.25')
    expect(fine.handedOn()).toEqual([1.25])
  })
})

describe('a rate field', () => {
  it.each([
    ['18.25', rateOf(1825, 10_000, 'year'), '18.25'],
    ['0.05%', rateOf(5, 10_000, 'year'), '0.05'],
    ['360', rateOf(36, 10, 'year'), '360'],
    ['0', rateOf(0, 1, 'year'), '0'],
    ['7', rateOf(7, 100, 'year'), '7'],
  ])('reads %s percent exactly', async (typed, rate, shown) => {
    const field = mountField(RateField, { modelValue: null })
    await field.enter(typed)
    expect([field.handedOn(), field.text()]).toEqual([[rate], shown])
  })

  it('keeps the number when only the period was wrong', async () => {
    const field = mountField(RateField, { modelValue: rateOf(5, 10_000, 'year') })
    await field.wrapper.get('select').setValue('day')
    expect(field.handedOn()).toEqual([rateOf(5, 10_000, 'day')])
    expect(field.text()).toBe('0.05')
  })

  it.each([
    ['-1', '不能是负数。'],
    ['一成', '请填写数字。'],
    ['10001', '数值太大，请检查。'],
  ])('refuses %s', async (typed, reason) => {
    const field = mountField(RateField, { modelValue: null })
    await field.enter(typed)
    expect([field.handedOn(), field.error()]).toEqual([[], reason])
  })
})
