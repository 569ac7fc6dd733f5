import { afterEach, describe, expect, it } from 'vitest'
import { day } from '../../support/builders.ts'
import DateField from '../../../src/ui/shared/DateField.vue'
import { mountField } from './mount-field.ts'

afterEach(() => {
  document.body.replaceChildren()
})

describe('a date field', () => {
  it.each([
    '2026-11-04',
    '2026/11/4',
    '2026.11.04',
    '20261104',
    '2026年11月4日',
    ' ２０２６-１１-０４ ',
  ])('reads %s', async (typed) => {
    const field = mountField(DateField, { modelValue: null })
    await field.enter(typed)
    expect([field.handedOn(), field.text()]).toEqual([['2026-11-04'], '2026-11-04'])
  })

  it.each([
    ['2026-02-30', '日历上没有这一天。'],
    ['明天', '请按“年-月-日”填写，例如 2026-11-24。'],
    ['1800-01-01', '年份应在 1900 到 2200 之间。'],
    ['2026-01-01', '不能早于 2026-03-01。'],
    ['2027-01-01', '不能晚于 2026-12-31。'],
  ])('refuses %s, keeps it as typed and says why', async (typed, reason) => {
    const bounds = { min: day('2026-03-01'), max: day('2026-12-31') }
    const field = mountField(DateField, { modelValue: null, ...bounds })
    await field.enter(typed)
    expect([field.handedOn(), field.text(), field.error()]).toEqual([[], typed, reason])
  })

  it('takes a day from the calendar', async () => {
    const field = mountField(DateField, { modelValue: null })
    await field.wrapper.get('input[type=date]').setValue('2026-05-06')
    expect(field.handedOn()).toEqual(['2026-05-06'])
  })
})
