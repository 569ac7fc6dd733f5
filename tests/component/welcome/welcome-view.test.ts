import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { BackupShelf } from '../../../src/contract/index.ts'
import { useBackupStore } from '../../../src/stores/index.ts'
import WelcomeView from '../../../src/ui/welcome/WelcomeView.vue'
import { aCase } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const stored = {
  place: 'own',
  name: 'respite-00000000-20261127T100000Z-regular.respite-backup',
  at: '2026-11-27T10:00:00.000Z',
  reason: 'regular',
  keyId: '00000000',
  size: 1000,
} as const

async function open(backups: BackupShelf['backups']) {
  const value: BackupShelf = { place: 'own', folder: '/backups', isThere: true, backups }
  const listBackups = () => Promise.resolve({ ok: true, value } as const)
  const { wrapper } = await mountScreen(WelcomeView, { facts: aCase(), desktop: { listBackups } })
  await useBackupStore().refresh()
  await flushPromises()
  return wrapper
}

describe('the first page', () => {
  it('tells whoever had data before where it may still be', async () => {
    const notice = (await open([stored])).get('[data-testid="has-backups"]')
    expect(notice.text()).toContain('从备份里找回来')
    expect(notice.get('a').attributes('href')).toContain('settings')
  })

  it('speaks of no backups where there are none', async () => {
    expect((await open([])).find('[data-testid="has-backups"]').exists()).toBe(false)
  })
})
