import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Locale } from '../../../src/domain/case/index.ts'
import { translator } from '../../support/mount-screen.ts'

/** A field as a form holds it: what it hands on comes back as its value. */
export function mountField(
  field: Component,
  props: Readonly<Record<string, unknown>>,
  locale: Locale = 'zh-CN',
) {
  const wrapper = mount(field, {
    attachTo: document.body,
    global: { plugins: [translator(locale)] },
    props: {
      label: '金额',
      ...props,
      'onUpdate:modelValue': (modelValue: unknown) => wrapper.setProps({ modelValue }),
    },
  })
  const input = () => wrapper.get<HTMLInputElement>('input:not([type=date])')
  return {
    wrapper,
    input,
    text: () => input().element.value,
    handedOn: () => (wrapper.emitted('update:modelValue') ?? []).map(([value]) => value),
    error: () => (wrapper.find('.error').exists() ? wrapper.get('.error').text() : null),
    /** Types and leaves the field. */
    enter: async (text: string) => {
      await input().setValue(text)
      await input().trigger('change')
      await input().trigger('blur')
    },
  }
}
