import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useCaseListStore } from '../../../src/stores/index.ts'
import CasesView from '../../../src/ui/cases/CasesView.vue'
import { hideAmounts } from '../../../src/ui/shared/discretion.ts'
import { aCase, aLoan, day } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

afterEach(() => {
  hideAmounts(false)
  document.body.replaceChildren()
})

const rowsOf = (wrapper: VueWrapper): string[] =>
  wrapper.findAll('[data-testid="case-row"]').map((row) => row.text())
const namesOf = (wrapper: VueWrapper): string[] =>
  wrapper.findAll('[data-testid="case-row"] .open').map((name) => name.text())

/** Three cases: the open one, another that owes more, and one without loans. */
async function open() {
  const mounted = await mountScreen(CasesView, {
    facts: aCase({ debtor: { ...aCase().debtor, name: '张三' } }),
  })
  const { cases } = mounted.services
  const rich = await cases.create(aCase({ loans: [aLoan(), aLoan({ id: 'l2' })] }), {
    sample: false,
  })
  await cases.noteListing(rich, { name: '妈妈' })
  const empty = await cases.create(aCase({ loans: [] }), { sample: false })
  await cases.noteListing(empty, { name: '试试' })
  await useCaseListStore().read()
  await vi.waitFor(() => {
    expect(mounted.wrapper.text()).toContain('还没有借款')
    expect(mounted.wrapper.text()).not.toContain('截至')
  })
  return { ...mounted, rich, empty }
}

async function choose(wrapper: VueWrapper, name: string, action: string): Promise<void> {
  const row = wrapper
    .findAll('[data-testid="case-row"]')
    .find((found) => found.text().includes(name))
  await row?.get('[aria-haspopup="menu"]').trigger('click')
  const item = wrapper.findAll('[role="menuitem"]').find((found) => found.text() === action)
  await item?.trigger('click')
  await flushPromises()
}

describe('the list of cases', () => {
  it('shows how each stands, and no amount while amounts are hidden', async () => {
    const { wrapper, cases } = await open()
    expect(cases.facts?.loans).toHaveLength(1)
    expect(namesOf(wrapper).sort()).toEqual(['妈妈', '张三的还款安排', '试试'])
    const mine = rowsOf(wrapper).find((row) => row.includes('张三'))
    expect(mine).toContain('正在使用')
    expect(mine).toMatch(/¥[\d,]+\.\d\d/)
    hideAmounts(true)
    await flushPromises()
    expect(rowsOf(wrapper).join(' ')).not.toMatch(/¥[\d,]+\.\d\d/)
  })

  it('is searched and sorted', async () => {
    const { wrapper } = await open()
    await wrapper.get('select').setValue('owed')
    expect(namesOf(wrapper)).toEqual(['妈妈', '张三的还款安排', '试试'])
    await wrapper.get('input[type="search"]').setValue('妈')
    expect(namesOf(wrapper)).toEqual(['妈妈'])
    expect(wrapper.get('[role="status"]').text()).toBe('共 1 份档案')
  })

  it('opens another case on its overview', async () => {
    const { wrapper, cases, router, rich } = await open()
    const button = wrapper.findAll('.open').find((name) => name.text() === '妈妈')
    await button?.trigger('click')
    await vi.waitFor(() => {
      expect(cases.caseId).toBe(rich)
      expect(router.currentRoute.value.name).toBe('overview')
    })
  })

  it('archives a case and finds it again, and copies one under a name that says so', async () => {
    const { wrapper } = await open()
    await choose(wrapper, '试试', '归档')
    await vi.waitFor(() => {
      expect(namesOf(wrapper)).not.toContain('试试')
    })
    expect(wrapper.get('[role="status"]').text()).toContain('已归档')
    await wrapper.get('input[type="radio"][value="archived"]').setValue(true)
    expect(namesOf(wrapper)).toEqual(['试试'])
    await wrapper.get('input[type="radio"][value="current"]').setValue(true)
    await choose(wrapper, '妈妈', '复制一份试算')
    await wrapper.get('dialog form').trigger('submit')
    await vi.waitFor(() => {
      expect(namesOf(wrapper)).toContain('妈妈（试算）')
    })
  })

  it('archives all that are ticked, and takes them out again', async () => {
    const { wrapper } = await open()
    const before = namesOf(wrapper)
    await wrapper.get('thead input[type=checkbox]').trigger('change')
    await wrapper.get('[role=group].button-row button').trigger('click')
    await vi.waitFor(() => {
      expect(wrapper.get('[role="status"]').text()).toContain(`已归档 ${before.length} 份`)
    })
    expect(namesOf(wrapper)).toEqual([])
    await wrapper.get('input[type="radio"][value="archived"]').setValue(true)
    expect(namesOf(wrapper)).toEqual(before)
    await wrapper.get('tbody input[type=checkbox]').trigger('change')
    await wrapper.get('[role=group].button-row button').trigger('click')
    await vi.waitFor(() => {
      expect(namesOf(wrapper)).toEqual(before.slice(1))
    })
  })

  it('asks before it deletes', async () => {
    const { wrapper, services } = await open()
    await choose(wrapper, '妈妈', '删除')
    expect(await services.cases.list()).toHaveLength(3)
    await wrapper.get('dialog[open] .danger').trigger('click')
    await vi.waitFor(() => {
      expect(namesOf(wrapper)).not.toContain('妈妈')
    })
    expect(await services.cases.list()).toHaveLength(2)
  })

  it('says of which day a figure is that is not of today', async () => {
    const { wrapper, services, rich } = await open()
    const brief = (await services.cases.summary(rich))?.brief
    if (brief === null || brief === undefined) throw new Error('no line')
    await services.cases.keepBrief(rich, () => ({ ...brief, on: day('2026-11-20') }))
    const list = useCaseListStore()
    Object.assign(services.cases, { keepBrief: () => Promise.reject(new Error('busy')) })
    await list.read()
    await flushPromises()
    expect(rowsOf(wrapper).find((row) => row.includes('妈妈'))).toContain('数字截至2026年11月20日')
  })
})
