import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { DesktopApi } from '../../../src/contract/index.ts'
import { readKeyFile, unwrapKey, writeKeyFile } from '../../../src/storage/index.ts'
import { useLockStore } from '../../../src/stores/index.ts'
import LockSection from '../../../src/ui/settings/LockSection.vue'
import TrayChoice from '../../../src/ui/settings/TrayChoice.vue'
import { aCase } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import { TEST_KEY } from '../../support/test-key.ts'

const PASSPHRASE = '山路 orchard lantern'
const DONE = { ok: true, value: null } as const

/** A shell with an open key file. */
function aShell(parts: Partial<DesktopApi> = {}) {
  const kept = { text: writeKeyFile({ protection: 'none', key: TEST_KEY }) }
  const desktop: Partial<DesktopApi> = {
    readKey: () => Promise.resolve({ ok: true, value: { state: 'open', text: kept.text } }),
    writeKey: ({ text }) => {
      kept.text = text
      return Promise.resolve(DONE)
    },
    tryKey: () => Promise.resolve({ ok: true, value: { waitSeconds: 0, text: kept.text } }),
    keyOpened: () => Promise.resolve(DONE),
    print: vi.fn(() => Promise.resolve(DONE)),
    ...parts,
  }
  return { kept, desktop }
}

async function open(parts: Partial<DesktopApi> = {}) {
  const { kept, desktop } = aShell(parts)
  const { wrapper, services } = await mountScreen(LockSection, { facts: aCase(), desktop })
  await services.vault.open(() => Promise.resolve(true))
  const button = (text: string) => {
    const found = wrapper.findAll('button').find((each) => each.text() === text)
    if (found === undefined) throw new Error(`no button ${text}`)
    return found
  }
  const type = async (texts: readonly string[]) => {
    const inputs = wrapper.findAll('dialog input')
    for (const [at, text] of texts.entries()) await inputs[at]?.setValue(text)
    await wrapper.get('dialog form').trigger('submit')
    await flushPromises()
  }
  const gone = () =>
    vi.waitFor(() => {
      expect(wrapper.find('[data-testid=recovery-code]').exists()).toBe(true)
    }, 20_000)
  return { wrapper, kept, desktop, button, type, gone, lock: useLockStore() }
}

describe('the lock of the app', () => {
  it('is set by a passphrase that is long enough and typed twice alike, and hands out a code once', async () => {
    const { wrapper, kept, desktop, button, type, gone, lock } = await open()
    await wrapper.get('[data-testid=set-lock]').trigger('click')
    await type(['kurz', 'kurz'])
    await type([PASSPHRASE, `${PASSPHRASE}x`])
    expect(lock.hasLock).toBe(false)
    await type([PASSPHRASE, PASSPHRASE])
    await gone()
    const code = wrapper.get('[data-testid=code]').text()
    const file = readKeyFile(kept.text)
    if (file?.protection !== 'passphrase') throw new Error('the key is not wrapped')
    expect(await unwrapKey(file.wrapped, 'passphrase', PASSPHRASE)).toEqual(TEST_KEY)
    expect(kept.text).not.toContain(code)
    // It can't be closed before the person says that it is kept; printing it says what came of it.
    expect(button('关闭').attributes('disabled')).toBeDefined()
    await button('打印').trigger('click')
    await flushPromises()
    expect(desktop.print).toHaveBeenCalledTimes(1)
    await wrapper.get('[data-testid=recovery-code] input').setValue(true)
    expect(button('关闭').attributes('disabled')).toBeUndefined()
  }, 60_000)

  it('says why where the key could not be written, and stays as it was', async () => {
    const { wrapper, type, lock } = await open({
      writeKey: () => Promise.resolve({ ok: false, code: 'disk-full' }),
    })
    await wrapper.get('[data-testid=set-lock]').trigger('click')
    await type([PASSPHRASE, PASSPHRASE])
    await vi.waitFor(() => {
      expect(wrapper.find('dialog [role=alert]').exists()).toBe(true)
    }, 20_000)
    expect(lock.hasLock).toBe(false)
  }, 60_000)

  it('is taken away by who knows the passphrase, and by nobody else', async () => {
    const { wrapper, kept, button, type, lock } = await open()
    await lock.protect(PASSPHRASE)
    await flushPromises()
    await button('取消密码').trigger('click')
    await type(['something else'])
    await vi.waitFor(() => {
      expect(wrapper.get('dialog').text()).toContain('不对')
    }, 20_000)
    expect(readKeyFile(kept.text)?.protection).toBe('passphrase')
    await type([PASSPHRASE])
    await vi.waitFor(() => {
      expect(wrapper.find('dialog').exists()).toBe(false)
    }, 20_000)
    expect(readKeyFile(kept.text)).toEqual({ protection: 'none', key: TEST_KEY })
  }, 60_000)
})

describe('the icon in the tray', () => {
  it('is chosen only where the shell can show it', async () => {
    let isThere = true
    const desktop: Partial<DesktopApi> = {
      setTray: () => Promise.resolve(isThere ? DONE : { ok: false, code: 'failed' }),
    }
    const { wrapper, services } = await mountScreen(TrayChoice, { facts: aCase(), desktop })
    const chosen = async () => (await services.settings.read()).tray
    expect(await chosen()).toBe('off')
    await wrapper.get('select').setValue('stays')
    await flushPromises()
    expect(await chosen()).toBe('stays')
    isThere = false
    await wrapper.get('select').setValue('icon')
    await flushPromises()
    expect(await chosen()).toBe('stays')
    expect(wrapper.text()).toContain('不能显示托盘图标')
  })
})
