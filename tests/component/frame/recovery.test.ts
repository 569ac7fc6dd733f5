import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Rescue } from '../../../src/stores/index.ts'
import RecoveryScreen from '../../../src/ui/frame/RecoveryScreen.vue'
import type { StartProblem } from '../../../src/ui/frame/start-problem.ts'
import { translator } from '../../support/mount-screen.ts'

const BACKUP = { stored: { at: '2026-11-28T08:00:00.000Z' }, cases: 2, opened: {} } as never

async function open(problem: StartProblem, parts: Partial<Rescue> = {}) {
  const setAside = vi.fn(() => Promise.resolve({ ok: false, code: 'disk-full' } as const))
  const rescue: Rescue = {
    findBackup: () => Promise.resolve(BACKUP),
    bringBack: () => Promise.resolve({ ok: true, value: 3 }),
    saveReadable: () => Promise.resolve({ ok: true, value: { path: '/盘/x', cases: 2, lost: 1 } }),
    ...parts,
  }
  const wrapper = mount(RecoveryScreen, {
    props: { problem, setAside, rescue },
    global: { plugins: [translator('zh-CN')] },
    attachTo: document.body,
  })
  onTestFinished(() => {
    wrapper.unmount()
  })
  await flushPromises()
  const click = async (id: string) => {
    await wrapper.get(`[data-testid=${id}]`).trigger('click')
    await flushPromises()
  }
  return { wrapper, click, setAside }
}

describe('the recovery screen', () => {
  it('offers the newest whole backup and says what did not come back with it', async () => {
    const { wrapper, click } = await open('upgrade-failed')
    expect(wrapper.get('[data-testid=good-backup]').text()).toContain('2 份档案')
    await click('bring-back')
    expect(wrapper.text()).toContain('3 个附件')
  })

  it('says why a backup was not brought back, and offers none where none is whole', async () => {
    const problem = { of: 'storage', code: 'full' } as const
    const failing = await open('unavailable', {
      bringBack: () => Promise.resolve({ ok: false, problem }),
    })
    await failing.click('bring-back')
    expect(failing.wrapper.get('[role=alert]').text()).toContain('磁盘空间不足')
    const without = await open('key-missing', { findBackup: () => Promise.resolve(null) })
    expect(without.wrapper.find('[data-testid=good-backup]').exists()).toBe(false)
  })

  it('saves what can be read and says how much could not', async () => {
    const { wrapper, click } = await open('wrong-key')
    await click('save-readable')
    const saved = wrapper.get('[data-testid=rescue-saved]').text()
    expect(saved).toContain('/盘/x')
    expect(saved).toContain('1 条')
    const nothing = await open('unavailable', {
      saveReadable: () => Promise.resolve({ ok: false, problem: 'nothing' }),
    })
    await nothing.click('save-readable')
    expect(nothing.wrapper.get('[role=alert]').text()).toContain('读不出来')
  })

  it('keeps to trying again where only another version or a free disk helps', async () => {
    const { wrapper } = await open('newer-database')
    expect(wrapper.findAll('button')).toHaveLength(1)
  })

  it('has a heading over each way out, the last one too', async () => {
    const { wrapper } = await open('upgrade-failed')
    const ways = wrapper.findAll('section')
    expect(ways.map((way) => way.findAll('h2').map((title) => title.text()))).toEqual([
      ['最近一份完好的备份'],
      ['保存还能读出来的内容'],
      ['从空白开始'],
    ])
    expect(ways.at(-1)?.find('[data-testid=set-aside]').exists()).toBe(true)
  })

  it('says why data could not be set aside', async () => {
    const { wrapper, click, setAside } = await open('key-damaged')
    await click('set-aside')
    expect(setAside).toHaveBeenCalledWith({ keepsKey: false })
    expect(wrapper.get('[role=alert]').text()).toContain('没有做任何改动')
  })
})
