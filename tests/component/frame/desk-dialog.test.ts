import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { aCase } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import { encodeCase } from '../../../src/storage/index.ts'
import { useCaseDeskStore } from '../../../src/stores/index.ts'
import DeskDialog from '../../../src/ui/frame/DeskDialog.vue'

afterEach(() => {
  document.body.replaceChildren()
})

async function importing(file: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const mounted = await mountScreen(DeskDialog, {
    facts: aCase(),
    desktop: {
      openCaseFile: () => Promise.resolve({ ok: true, value: { name: 'mine.json', bytes } }),
    },
  })
  const before = { facts: mounted.cases.facts, id: mounted.cases.caseId }
  const isImported = await useCaseDeskStore().importFile()
  await flushPromises()
  return { ...mounted, before, isImported, dialog: mounted.wrapper.get('dialog') }
}

describe('importing a case file', () => {
  it('names each problem with its path and changes nothing', async () => {
    const [loan] = (encodeCase(aCase()) as { loans: object[] }).loans
    const file = { ...(encodeCase(aCase()) as object), loans: [{ ...loan, dueDay: 32, kind: 'x' }] }
    const { isImported, dialog, cases, before, services } = await importing(file)
    expect(isImported).toBe(false)
    expect(dialog.attributes('open')).toBeDefined()
    expect(dialog.text()).toContain('现有资料没有任何改动')
    const notes = dialog.findAll('li').map((note) => note.text())
    expect(notes).toHaveLength(2)
    expect(notes.join()).toContain('$.loans[0].dueDay')
    expect(notes.join()).toContain('应在 1 到 31 之间')
    expect(notes.join()).toContain('$.loans[0].kind')
    expect([cases.facts, cases.caseId]).toEqual([before.facts, before.id])
    expect(await services.cases.list()).toHaveLength(1)
  })

  it('tells what is wrong with a file as a whole without a path', async () => {
    const { dialog } = await importing('a letter, say')
    expect(dialog.findAll('li')).toHaveLength(1)
    expect(dialog.find('code').exists()).toBe(false)
  })

  it('opens a valid one as a new case and says nothing', async () => {
    const { isImported, dialog, cases, before, services } = await importing(encodeCase(aCase()))
    expect([isImported, dialog.attributes('open')]).toEqual([true, undefined])
    expect(cases.caseId).not.toBe(before.id)
    expect(await services.cases.list()).toHaveLength(2)
  })
})
