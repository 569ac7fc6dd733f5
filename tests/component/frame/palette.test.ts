import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MENU_COMMANDS, type DesktopApi, type MenuCommand } from '../../../src/contract/index.ts'
import { useCaseListStore } from '../../../src/stores/index.ts'
import FrameCommands from '../../../src/ui/frame/FrameCommands.vue'
import { aCase } from '../../support/builders.ts'
import { mountScreen, translator } from '../../support/mount-screen.ts'

let choose: (command: MenuCommand) => void = () => undefined
const desktop: Partial<DesktopApi> = {
  setMenuState: () => Promise.resolve({ ok: true, value: null }),
  onMenuCommand: (listener) => {
    choose = listener
    return () => undefined
  },
}

async function open(facts = aCase()) {
  const props = { go: () => Promise.resolve(), isTyping: false }
  const mounted = await mountScreen(FrameCommands, { facts, desktop, props })
  choose('palette')
  await flushPromises()
  return mounted
}

const lines = (wrapper: VueWrapper): string[] =>
  wrapper.findAll('[role="option"] .label').map((line) => line.text())

async function type(wrapper: VueWrapper, text: string): Promise<void> {
  await wrapper.get('[role="combobox"]').setValue(text)
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the palette', () => {
  it('finds pages, commands and loans by their names, in Chinese or by the command’s own name', async () => {
    const { wrapper } = await open()
    await type(wrapper, '收支')
    expect(lines(wrapper)).toEqual(['收支'])
    await type(wrapper, 'export')
    expect(lines(wrapper)).toEqual(['导出档案文件'])
    await type(wrapper, '甲银行')
    expect(lines(wrapper)).toEqual(['甲银行（虚构）'])
    await type(wrapper, '没有这样的东西')
    expect(wrapper.get('[role="status"]').text()).toContain('没有找到')
  })

  it('leads to another case by its name', async () => {
    const { wrapper, cases, services } = await open()
    const other = await services.cases.create(aCase(), { sample: false })
    await services.cases.noteListing(other, { name: '妈妈' })
    choose('palette')
    await useCaseListStore().read()
    await type(wrapper, '妈')
    expect(lines(wrapper)).toEqual(['妈妈'])
    await wrapper.get('[role="combobox"]').trigger('keydown', { key: 'Enter' })
    await vi.waitFor(() => {
      expect(cases.caseId).toBe(other)
    })
  })

  it('goes by arrows and Enter to a page, and to a loan', async () => {
    const { wrapper, router } = await open()
    const input = wrapper.get('[role="combobox"]')
    await input.trigger('keydown', { key: 'ArrowDown' })
    expect(input.attributes('aria-activedescendant')).toBe(
      wrapper.get('[aria-selected="true"]').attributes('id'),
    )
    await input.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('diagnosis')
    choose('palette')
    await flushPromises()
    await type(wrapper, '甲银行')
    await wrapper.get('[role="combobox"]').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(router.currentRoute.value.params).toEqual({ id: 'l1' })
    expect(wrapper.find('[data-testid="palette"]').exists()).toBe(false)
  })

  it('offers nothing that can not be used: no undo of nothing, without a case no pages of one', async () => {
    const { wrapper, cases } = await open()
    expect(lines(wrapper)).not.toContain('撤销')
    await cases.removeCase()
    await flushPromises()
    expect(lines(wrapper)).toContain('导入档案文件')
    expect(lines(wrapper)).not.toContain('导出档案文件')
    expect(lines(wrapper)).not.toContain('债务')
  })

  it.each(['zh-CN', 'en'] as const)('has words for every command in %s', (locale) => {
    const { te } = translator(locale).global as { readonly te: (key: string) => boolean }
    // Chosen by nobody: they are the shell's own.
    const own = ['lock-away', 'closing']
    const commands = MENU_COMMANDS.filter((command) => !own.includes(command))
    const keys = commands.map((command) =>
      command.startsWith('go-') ? `frame.nav.${command.slice(3)}` : `frame.command.${command}`,
    )
    expect(keys.filter((key) => !te(key))).toEqual([])
  })
})

describe('the sheet of shortcuts', () => {
  it('opens at a question mark, but not while one is written', async () => {
    const { wrapper } = await open()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    wrapper.get<HTMLDialogElement>('[data-testid="palette"]').element.close()
    await flushPromises()
    const field = document.body.appendChild(document.createElement('input'))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
    await flushPromises()
    expect(wrapper.find('[data-testid="shortcut-sheet"]').exists()).toBe(false)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
    await flushPromises()
    expect(wrapper.get('[data-testid="shortcut-sheet"]').text()).toContain('去“债务”')
  })
})
