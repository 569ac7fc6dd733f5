import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { hideAmounts } from '../../../src/ui/shared/discretion.ts'
import MoneyField from '../../../src/ui/shared/MoneyField.vue'
import MoneyText from '../../../src/ui/shared/MoneyText.vue'
import { yuan } from '../../support/builders.ts'
import { translator } from '../../support/mount-screen.ts'

afterEach(() => {
  hideAmounts(false)
})

it('hides every amount that is shown, at once, and shows it again', async () => {
  const shown = mount(MoneyText, {
    props: { amount: yuan(1234.5) },
    global: { plugins: [translator('zh-CN')] },
  })
  expect(shown.text()).toBe('¥1,234.50')
  hideAmounts(true)
  await nextTick()
  expect(shown.text()).toBe('¥ ••••')
  hideAmounts(false)
  await nextTick()
  expect(shown.text()).toBe('¥1,234.50')
})

it('never hands on what stands for a hidden amount as if it had been typed', async () => {
  hideAmounts(true)
  const field = mount(MoneyField, {
    props: { modelValue: yuan(1234.5), label: '余额' },
    global: { plugins: [translator('zh-CN')] },
  })
  await field.get('input').trigger('blur')
  expect(field.emitted('update:modelValue')).toBeUndefined()
  expect(field.get('input').element.value).toBe('1,234.50')
  expect(document.documentElement.dataset['amounts']).toBe('hidden')
})
