// @vitest-environment happy-dom
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { flushPromises } from '@vue/test-utils'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import { run } from '../../../src/cli/run.ts'
import type { DesktopApi, FolderFile } from '../../../src/contract/index.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import { useContactDeskStore } from '../../../src/stores/index.ts'
import EvidenceView from '../../../src/ui/rights/EvidenceView.vue'
import { aCase, aContact } from '../../support/builders.ts'
import { longLog } from '../../support/long-log.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const folders: string[] = []
afterEach(() => {
  document.body.replaceChildren()
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const HOSTILE = {
  'empty.txt': new Uint8Array(),
  '../../<img src=x onerror=alert(1)>.html': new TextEncoder().encode('<script>alert(1)</script>'),
  'call.m4a': new Uint8Array([0, 1, 2, 255]),
}
const evidence = Object.entries(HOSTILE).map(([name, bytes]) => ({ name, sha256: hashOf(bytes) }))
const lost = { name: 'lost.png', sha256: 'd'.repeat(64) }
const facts: Case = aCase({
  contacts: [
    aContact({ id: 'k2', at: '2026-11-21T23:10:00+08:00', creditor: 'c1', evidence: [lost] }),
    aContact({ creditor: 'c1', conduct: ['threat'], notes: '<b>再不还</b> | 就上门', evidence }),
    aContact({ id: 'k0', at: '2026-01-02T10:00:00+08:00' }),
  ],
})

/** A screen with its files in storage; the desktop renders the index's HTML itself as bytes. */
async function open(collected: ReadonlySet<string> | null = null) {
  const saved: FolderFile[][] = []
  const desktop: Partial<DesktopApi> = {
    renderPdf: ({ html }) =>
      Promise.resolve({ ok: true, value: { bytes: new TextEncoder().encode(html) } }),
    saveFolder: ({ files }) => {
      saved.push([...files])
      return Promise.resolve({ ok: true, value: { path: '/evidence' } })
    },
  }
  const Page = {
    setup() {
      if (collected !== null) useContactDeskStore().collect(collected)
      return () => h(EvidenceView)
    },
  }
  const mounted = await mountScreen(Page, { facts, desktop })
  for (const [name, bytes] of Object.entries(HOSTILE))
    await mounted.services.files.add(mounted.cases.caseId ?? '', { name, mediaType: '', bytes })
  const save = async (): Promise<readonly FolderFile[]> => {
    const before = saved.length
    await mounted.wrapper.get('[data-testid="save-evidence"]').trigger('click')
    await expect.poll(() => saved.length).toBe(before + 1)
    await flushPromises()
    return saved.at(-1)!
  }
  return { ...mounted, save }
}

const textOf = (files: readonly FolderFile[], path: string): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes)

function written(files: readonly FolderFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'respite-pack-'))
  folders.push(folder)
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

const verified = async (files: readonly FolderFile[]): Promise<number> =>
  (await run(['verify', written(files)])).status

describe('an evidence pack made in the app', () => {
  it('begins with the entries that were ticked in the log, where any were', async () => {
    const { wrapper } = await open(new Set(['k2']))
    expect(wrapper.get('legend').text()).toContain('1 条（这段时间共 3 条）')
  })

  it('holds index, log, files and manifest, and the terminal finds it unchanged', async () => {
    const { wrapper, save } = await open()
    const files = await save()
    expect(files.map(({ path }) => path)).toEqual([
      'index.pdf',
      'log.jsonl',
      'manifest.json',
      expect.stringMatching(/^files\/[0-9a-f]{16}-img_src_x_onerror_alert_1_.html$/),
      expect.stringMatching(/^files\/[0-9a-f]{16}-call.m4a$/),
      expect.stringMatching(/^files\/[0-9a-f]{16}-empty.txt$/),
    ])
    expect(await verified(files)).toBe(0)
    const { seal } = JSON.parse(textOf(files, 'manifest.json')) as { seal: string }
    expect(wrapper.get('[data-testid="seal"]').text()).toBe(seal)
  })

  it('is byte by byte the same when it is saved again', async () => {
    const { save } = await open()
    const [one, other] = [await save(), await save()]
    expect(other).toEqual(one)
  })

  it('is no longer unchanged with one byte changed in any file', async () => {
    const { save } = await open()
    const files = await save()
    for (const target of files.filter(({ bytes }) => bytes.length > 0)) {
      const bytes = target.bytes.slice()
      const middle = Math.floor(bytes.length / 2)
      bytes[middle] = (bytes[middle] ?? 0) ^ 1
      const changed = files.map((file) => (file === target ? { ...file, bytes } : file))
      expect([target.path, await verified(changed)]).toEqual([target.path, 1])
    }
    const filled = files.map((file) =>
      file.bytes.length === 0 ? { ...file, bytes: new Uint8Array([1]) } : file,
    )
    expect(await verified(filled)).toBe(1)
  })

  it('tells in its index what happened, which rules it touches and what is not enclosed', async () => {
    const { save } = await open()
    const index = textOf(await save(), 'index.pdf')
    expect(index).toContain('2026-11-20 21:40 (+08:00)')
    expect(index).toContain('&lt;b&gt;再不还&lt;/b&gt; | 就上门')
    expect(index).not.toMatch(/<script|<img|<b>/)
    expect(index).toContain('中国银行业协会')
    expect(index).toContain('未附（')
    expect(index).not.toContain('2026-11-24')
  })

  it('leaves out what is not in the period or was taken out, with its findings', async () => {
    const { wrapper, save } = await open()
    await wrapper.findAll('.field-rows .date > .control').at(0)!.setValue('2026-11-21')
    await wrapper.findAll('.field-rows .date > .control').at(0)!.trigger('change')
    const files = await save()
    expect(textOf(files, 'log.jsonl').trim().split('\n')).toHaveLength(1)
    expect(textOf(files, 'index.pdf')).not.toContain('再不还')
  })

  it('takes entries by lender and way of contact, one by one or all that are listed', async () => {
    const { wrapper, save } = await open()
    const listed = () => wrapper.findAll('[data-testid="evidence-entries"] li')
    const press = (words: string) =>
      wrapper
        .findAll('button')
        .find((button) => button.text() === words)!
        .trigger('click')
    expect(listed()).toHaveLength(3)
    await press('列出的都不选')
    expect(wrapper.get('[data-testid="save-evidence"]').attributes('disabled')).toBeDefined()
    await wrapper.findAll('select').at(-1)!.setValue('c1')
    expect(listed()).toHaveLength(2)
    await press('选入列出的全部')
    await listed()[0]!.get('input').setValue(false)
    const log = textOf(await save(), 'log.jsonl')
      .trim()
      .split('\n')
    expect(log).toHaveLength(1)
    expect(log[0]).toContain('"k2"')
  })

  it('reaches every entry of a long log and draws only those that can be seen', async () => {
    const { wrapper } = await mountScreen(EvidenceView, { facts: longLog(1000) })
    const list = wrapper.get<HTMLElement>('[data-testid="evidence-entries"]')
    expect(list.findAll('li').length).toBeLessThan(100)
    const input = list.get<HTMLInputElement>('li input').element
    input.focus()
    list.element.getBoundingClientRect = () => new DOMRect(0, -44 * 990, 100, 44 * 1000)
    window.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(list.findAll('li').at(-1)!.attributes('aria-posinset')).toBe('1000')
    expect(document.activeElement).toBe(list.element)
  })

  it('says what is wrong when it can not be written, and nothing when one thinks better of it', async () => {
    for (const [code, words, alerts] of [
      ['disk-full', '磁盘', 1],
      ['cancelled', '', 0],
    ] as const) {
      const desktop: Partial<DesktopApi> = {
        renderPdf: () => Promise.resolve({ ok: true, value: { bytes: new Uint8Array([1]) } }),
        saveFolder: () => Promise.resolve({ ok: false, code }),
      }
      const { wrapper } = await mountScreen(EvidenceView, { facts, desktop })
      await wrapper.get('[data-testid="save-evidence"]').trigger('click')
      await flushPromises()
      await expect.poll(() => wrapper.find('[aria-live]').text()).toContain(words)
      expect(wrapper.findAll('[role="alert"]')).toHaveLength(alerts)
    }
  })

  it('waits for entries', async () => {
    const { wrapper } = await mountScreen(EvidenceView, { facts: aCase() })
    expect(wrapper.text()).toContain('还没有联系记录')
  })
})
