import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aCase } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { AppInfo, DesktopApi } from '../../../src/contract/index.ts'
import FrameNotices from '../../../src/ui/frame/FrameNotices.vue'

afterEach(() => {
  document.body.replaceChildren()
})

const running = (runtime: AppInfo['runtime']): Partial<DesktopApi> => ({
  appInfo: () =>
    Promise.resolve({
      ok: true,
      value: { version: '0.1.0', runtime, electron: null, platform: 'linux' },
    }),
})

async function open(runtime: AppInfo['runtime']) {
  const mounted = await mountScreen(FrameNotices, { facts: aCase(), desktop: running(runtime) })
  await flushPromises()
  return mounted
}

describe('the notices of the frame', () => {
  it('warn on a test runtime', async () => {
    const { wrapper } = await open('test')
    expect(wrapper.get('[data-testid=test-runtime-notice]').text()).toContain('请勿填写真实资料')
  })

  it.each(['official', 'browser'] as const)('do not warn on the %s one', async (runtime) => {
    const { wrapper } = await open(runtime)
    expect(wrapper.find('[data-testid=test-runtime-notice]').exists()).toBe(false)
  })

  it.each([
    [100_000_000, true],
    [900_000_000, false],
  ])('tell of a disk with %d bytes left: %s', async (quota, isTold) => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota, usage: 0 }) } })
    const { wrapper } = await open('official')
    expect(wrapper.find('[data-testid=little-room]').exists()).toBe(isTold)
    vi.unstubAllGlobals()
  })

  it('mark the sample and take it away in one click, to a case of one’s own', async () => {
    const { wrapper, cases, router, services } = await open('official')
    await cases.removeCase()
    await cases.openSample('zh-CN')
    expect(cases.isSample).toBe(true)
    await wrapper.get('[data-testid=sample-notice] button').trigger('click')
    await expect.poll(() => router.currentRoute.value.name).toBe('start')
    expect([cases.isSample, cases.facts?.loans]).toEqual([false, []])
    expect(await services.cases.list()).toMatchObject([{ isSample: false }])
    expect(wrapper.find('[data-testid=sample-notice]').exists()).toBe(false)
  })

  it('go back to the person’s own case when there is one', async () => {
    const { wrapper, cases, router } = await open('official')
    const own = cases.caseId
    await cases.openSample('zh-CN')
    await wrapper.get('[data-testid=sample-notice] button').trigger('click')
    await expect.poll(() => cases.caseId).toBe(own)
    expect(router.currentRoute.value.name).toBe('overview')
  })
})
