import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Unlocking } from '../../../src/stores/index.ts'
import LockScreen from '../../../src/ui/frame/LockScreen.vue'
import { translator } from '../../support/mount-screen.ts'

afterEach(() => {
  vi.useRealTimers()
})

function open(...answers: Unlocking[]) {
  const unlock = vi.fn(() => Promise.resolve(answers.shift() ?? ({ kind: 'open' } as never)))
  const wrapper = mount(LockScreen, {
    props: { unlock },
    global: { plugins: [translator('zh-CN')] },
    attachTo: document.body,
  })
  onTestFinished(() => {
    wrapper.unmount()
  })
  const attempt = async (secret: string) => {
    await wrapper.get('input').setValue(secret)
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, unlock, attempt }
}

describe('the lock screen', () => {
  it('asks at once, tries nothing where nothing was typed, and forgets what was wrong', async () => {
    const { wrapper, unlock, attempt } = open({ kind: 'wrong', seconds: 0 })
    expect(document.activeElement).toBe(wrapper.get('input').element)
    await wrapper.get('form').trigger('submit')
    expect(unlock).not.toHaveBeenCalled()
    await attempt('山路 orchard')
    expect(unlock).toHaveBeenCalledWith('山路 orchard')
    expect(wrapper.text()).toContain('不对，请再试一次')
    expect(wrapper.get('input').element.value).toBe('')
  })

  it('lets nobody try while there is a wait, and counts it down', async () => {
    vi.useFakeTimers()
    const { wrapper, unlock, attempt } = open({ kind: 'wait', seconds: 2 })
    await attempt('one')
    expect(wrapper.get('[role=status]').text()).toContain('2 秒')
    await attempt('two')
    expect(unlock).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(wrapper.find('[role=status]').exists()).toBe(false)
    await attempt('three')
    expect(unlock).toHaveBeenCalledTimes(2)
  })

  it('says why where the key can’t be tried at all', async () => {
    const damaged = open({ kind: 'failed', code: 'key-damaged' })
    await damaged.attempt('one')
    expect(damaged.wrapper.get('[role=alert]').text()).toContain('data-key.json')
    const full = open({ kind: 'failed', code: 'disk-full' })
    await full.attempt('one')
    expect(full.wrapper.find('[role=alert]').exists()).toBe(true)
  })
})
