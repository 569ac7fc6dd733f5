import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { GO_AREAS } from '../../../src/contract/index.ts'
import { useSettingsStore } from '../../../src/stores/index.ts'
import ManualView from '../../../src/ui/manual/ManualView.vue'
import { aCase } from '../../support/builders.ts'
import { manualIn, mountScreen } from '../../support/mount-screen.ts'

const open = async (at: string) => {
  const mounted = await mountScreen(ManualView, { facts: aCase(), at })
  await flushPromises()
  return mounted
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the user guide', () => {
  it.each(['zh-CN', 'en'] as const)('has a page with a title for every area in %s', (locale) => {
    const pages = manualIn(locale)
    const missing = ['start', ...GO_AREAS].filter((area) => !pages[area]?.startsWith('# '))
    expect(missing).toEqual([])
  })

  it('has the same sections in both languages', () => {
    const sections = (pages: Record<string, string>) =>
      Object.entries(pages).map(([name, text]) => [name, text.match(/^## /gm)?.length ?? 0])
    expect(sections(manualIn('en'))).toEqual(sections(manualIn('zh-CN')))
  })

  it('opens at the page it is asked for', async () => {
    const { wrapper } = await open('/manual/budget')
    expect(wrapper.get('[data-testid="manual-text"] h2').text()).toBe('收支')
    expect(wrapper.get('[aria-current="page"]').text()).toContain('收支')
  })

  it('finds pages by any word in them and shows where', async () => {
    const { wrapper } = await open('/manual')
    await wrapper.get('input[type="search"]').setValue('12348')
    const found = wrapper.findAll('.topic').map((topic) => topic.text())
    expect(found).toHaveLength(2)
    expect(found.join()).toContain('12348')
    await wrapper.get('input[type="search"]').setValue('没有这样的词')
    expect(wrapper.get('[role="status"]').text()).toContain('没有找到')
  })

  it('follows the language', async () => {
    const { wrapper } = await open('/manual/plan')
    await useSettingsStore().setLocale('en')
    await flushPromises()
    expect(wrapper.get('[data-testid="manual-text"] h2').text()).toBe('Plan')
  })
})
