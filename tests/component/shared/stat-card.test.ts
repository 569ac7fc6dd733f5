import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import StatCard from '../../../src/ui/shared/StatCard.vue'

const emsOf = (value: string): number =>
  Number(
    mount(StatCard, { props: { label: 'Owed', value } })
      .get<HTMLElement>('.value')
      .element.style.getPropertyValue('--ems'),
  )

describe('a figure', () => {
  it('knows how wide it is in its own size: Chinese letters are twice as wide as digits', () => {
    expect(emsOf('1')).toBeCloseTo(0.82)
    expect(emsOf('先还')).toBeCloseTo(2.2)
    expect(emsOf('¥1,086,846.72')).toBeGreaterThan(emsOf('¥86,846.72'))
  })
})
