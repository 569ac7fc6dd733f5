import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import CaseMenu from '../../../src/ui/frame/CaseMenu.vue'
import { useCaseListStore } from '../../../src/stores/index.ts'
import { aCase } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

afterEach(() => {
  document.body.replaceChildren()
})

async function open() {
  const mounted = await mountScreen(CaseMenu, { facts: aCase(), at: '/debts' })
  const other = await mounted.services.cases.create(aCase(), { sample: false })
  await mounted.services.cases.noteListing(other, { name: '妈妈' })
  await useCaseListStore().read()
  await mounted.wrapper.get('[aria-haspopup="menu"]').trigger('click')
  await flushPromises()
  return { ...mounted, other }
}

const items = (wrapper: VueWrapper): string[] =>
  wrapper.findAll('[role="menuitem"]').map((item) => item.text())
const press = (wrapper: VueWrapper, key: string): Promise<void> =>
  wrapper.get('[role="menu"]').trigger('keydown', { key })

describe('the menu of cases', () => {
  it('is gone through by the keyboard and closed by Escape, back on its button', async () => {
    const { wrapper } = await open()
    expect(items(wrapper)).toEqual(['妈妈', '所有档案…', '新建档案'])
    expect(document.activeElement?.textContent).toBe('妈妈')
    await press(wrapper, 'ArrowDown')
    expect(document.activeElement?.textContent).toBe('所有档案…')
    await press(wrapper, 'End')
    await press(wrapper, 'ArrowDown')
    expect(document.activeElement?.textContent).toBe('妈妈')
    await press(wrapper, 'Escape')
    expect(wrapper.find('[role="menu"]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[aria-haspopup="menu"]').element)
  })

  it('switches to another case, on its overview', async () => {
    const { wrapper, cases, router, other } = await open()
    await wrapper.get('[role="menuitem"]').trigger('click')
    await vi.waitFor(() => {
      expect(cases.caseId).toBe(other)
      expect(router.currentRoute.value.name).toBe('overview')
      expect(wrapper.text()).toContain('妈妈')
    })
  })

  it('stays with the case where a page with unsaved entries is not left', async () => {
    const { wrapper, cases, router, other } = await open()
    router.beforeEach(() => false)
    await wrapper.get('[role="menuitem"]').trigger('click')
    await flushPromises()
    expect(cases.caseId).not.toBe(other)
    expect(router.currentRoute.value.name).toBe('debts')
  })
})
