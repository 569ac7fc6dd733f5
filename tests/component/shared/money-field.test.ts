import { afterEach, describe, expect, it } from 'vitest'
import { yuan } from '../../support/builders.ts'
import MoneyField from '../../../src/ui/shared/MoneyField.vue'
import { mountField } from './mount-field.ts'

afterEach(() => {
  document.body.replaceChildren()
})

describe('a money field', () => {
  it.each([
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['￥１２００．０５', 120_005],
    ['1200 元', 120_000],
    ['¥0.01', 1],
  ])('reads %s to the fen', async (typed, fen) => {
    const field = mountField(MoneyField, { modelValue: null })
    await field.enter(typed)
    expect(field.handedOn()).toEqual([fen])
    expect(field.error()).toBeNull()
  })

  it.each([
    ['-5', '不能是负数。'],
    ['1.005', '小数位数太多。'],
    ['0', '请填写大于 0 的金额。'],
    ['很多', '请填写金额，例如 1200 或 1200.50。'],
    ['99999999999999', '数值太大，请检查。'],
  ])('refuses %s, keeps it as typed and says why beside it', async (typed, reason) => {
    const field = mountField(MoneyField, { modelValue: yuan(10) })
    await field.enter(typed)
    expect(field.handedOn()).toEqual([])
    expect([field.text(), field.error()]).toEqual([typed, reason])
    const attributes = field.input().attributes()
    expect(attributes['aria-invalid']).toBe('true')
    const described = document.getElementById(attributes['aria-describedby'] ?? '')
    expect(described?.textContent).toBe(reason)
  })

  it('takes zero where zero makes sense', async () => {
    const field = mountField(MoneyField, { modelValue: yuan(10), allowZero: true })
    await field.enter('0')
    expect(field.handedOn()).toEqual([0])
  })

  it('hands on null when it is emptied, and says so where it is required', async () => {
    const field = mountField(MoneyField, { modelValue: yuan(10), required: true })
    await field.enter('')
    expect([field.handedOn(), field.error()]).toEqual([[null], '请填写这一项。'])
  })

  it('hands on a value once, by Enter and then by leaving', async () => {
    const field = mountField(MoneyField, { modelValue: null })
    await field.input().setValue('12')
    await field.input().trigger('keydown', { key: 'Enter' })
    await field.input().trigger('change')
    await field.input().trigger('blur')
    expect([field.handedOn(), field.text()]).toEqual([[1200], '12.00'])
  })

  it('shows what undo brings back in place of text that was refused', async () => {
    const field = mountField(MoneyField, { modelValue: yuan(10) })
    await field.enter('-5')
    await field.wrapper.setProps({ modelValue: yuan(8) })
    expect([field.text(), field.error()]).toEqual(['8.00', null])
  })

  it('is named by its label, in both languages', () => {
    const field = mountField(MoneyField, { modelValue: null, label: 'Rent', required: true }, 'en')
    const label = field.wrapper.get('label')
    expect(label.attributes('for')).toBe(field.input().attributes('id'))
    expect(label.text()).toContain('required')
  })
})
