import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { aCase } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import HistoryToast from '../../../src/ui/frame/HistoryToast.vue'
import { useHistory } from '../../../src/ui/frame/use-history.ts'

/** A page with a text field, and the frame's undo around it. */
const Page = defineComponent({
  setup() {
    const { said, hush } = useHistory()
    return () => [h('input', { type: 'text' }), h(HistoryToast, { text: said.value, onOver: hush })]
  },
})

async function open() {
  const mounted = await mountScreen(Page, { facts: aCase() })
  await mounted.cases.change('debtor-changed', (facts) => ({
    ...facts,
    debtor: { ...facts.debtor, name: '甲（虚构）' },
  }))
  const input = mounted.wrapper.get<HTMLInputElement>('input')
  const press = async (key: string, shiftKey = false) => {
    const event = new KeyboardEvent('keydown', {
      key,
      shiftKey,
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    })
    input.element.dispatchEvent(event)
    await flushPromises()
    return event.defaultPrevented
  }
  const name = () => mounted.cases.facts?.debtor.name
  return { ...mounted, input, press, name }
}

describe('undo by the keyboard', () => {
  it('takes back what was saved and says what it was', async () => {
    const { wrapper, press, name } = await open()
    expect(await press('z')).toBe(true)
    await expect.poll(name).toBe('')
    await expect.poll(() => wrapper.get('[role=status]').text()).toBe('已撤销：修改我的信息')
    await press('Z', true)
    await expect.poll(name).toBe('甲（虚构）')
    await expect.poll(() => wrapper.get('[role=status]').text()).toBe('已重做：修改我的信息')
  })

  it('is left to the text while it is typed, until it is handed on', async () => {
    const { input, press, name } = await open()
    input.element.value = '半句'
    await input.trigger('input')
    expect(await press('z')).toBe(false)
    expect(name()).toBe('甲（虚构）')
    await input.trigger('change')
    expect(await press('z')).toBe(true)
    await expect.poll(name).toBe('')
  })

  it('leaves other keys alone', async () => {
    const { press, name } = await open()
    expect([await press('a'), await press('s')]).toEqual([false, false])
    expect(name()).toBe('甲（虚构）')
  })
})
