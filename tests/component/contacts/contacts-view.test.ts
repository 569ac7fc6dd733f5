import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Case } from '../../../src/domain/case/index.ts'
import { defineComponent, h } from 'vue'
import { useContactDeskStore } from '../../../src/stores/index.ts'
import ContactDesk from '../../../src/ui/contacts/ContactDesk.vue'
import ContactsView from '../../../src/ui/contacts/ContactsView.vue'
import { encodeCaseText } from '../../../src/storage/index.ts'
import { aCase, aContact, aCreditor, aLoan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const facts: Case = aCase({
  creditors: [aCreditor(), aCreditor({ id: 'c2', name: '乙消费金融（虚构）' })],
  loans: [aLoan({ kind: 'revolving' }), aLoan({ id: 'l2', creditor: 'c2' })],
  people: [{ id: 'n1', name: '表姐', relation: 'family', warnedOn: null, note: '' }],
  contacts: [
    aContact({ id: 'k1', at: '2026-11-20T10:00:00+08:00', loan: 'l1', creditor: 'c1' }),
    aContact({
      id: 'k2',
      at: '2026-11-21T22:30:00+08:00',
      loan: 'l2',
      creditor: 'c2',
      conduct: ['threat'],
      notes: '说再不还就上门',
    }),
    aContact({
      id: 'k3',
      at: '2026-11-22T09:00:00+08:00',
      loan: 'l1',
      creditor: 'c1',
      party: 'third-party',
      person: 'n1',
      disclosedDebt: true,
    }),
  ],
})

/** The page, and what the frame shows over every page. */
const Page = defineComponent(() => () => [h(ContactsView), h(ContactDesk)])
/** Any other page. */
const Elsewhere = defineComponent(() => () => [h('h1', '别处'), h(ContactDesk)])
const at = { name: 'contacts' }
const articles = (wrapper: VueWrapper) => wrapper.findAll('article')
const button = (wrapper: VueWrapper, words: string) =>
  wrapper.findAll('button').find((other) => other.text().includes(words))!

function field(wrapper: VueWrapper, label: string) {
  const found = wrapper.findAll('label').find((other) => other.text().startsWith(label))
  return wrapper.get<HTMLInputElement>(`[id="${found?.attributes('for') ?? ''}"]`)
}

async function enter(wrapper: VueWrapper, label: string, text: string): Promise<void> {
  await field(wrapper, label).setValue(text)
  await field(wrapper, label).trigger('change')
}

async function submit(wrapper: VueWrapper): Promise<void> {
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

afterEach(() => {
  document.body.replaceChildren()
})

describe('the log', () => {
  it('stands by day, the newest first, with what was found beside each entry', async () => {
    const { wrapper } = await mountScreen(Page, { facts, at })
    expect(articles(wrapper).map((entry) => entry.attributes('aria-label'))).toEqual([
      '2026年11月22日 09:00',
      '2026年11月21日 22:30',
      '2026年11月20日 10:00',
    ])
    expect(articles(wrapper)[1]?.text()).toContain('夜间不得催收')
    expect(articles(wrapper)[0]?.text()).toContain('表姐')
    expect(articles(wrapper)[2]?.find('.findings').exists()).toBe(false)
  })

  it('says so when it is empty, and opens the form', async () => {
    const { wrapper } = await mountScreen(Page, { facts: aCase({ contacts: [] }), at })
    expect(wrapper.text()).toContain('还没有联系记录')
    await button(wrapper, '记第一条').trigger('click')
    expect(wrapper.find('dialog').exists()).toBe(true)
  })

  it('is narrowed by words, by loan and to what breaks a rule', async () => {
    const { wrapper } = await mountScreen(Page, { facts, at })
    await enter(wrapper, '搜内容', '表姐')
    expect(articles(wrapper)).toHaveLength(1)
    expect(wrapper.text()).toContain('3 条里的 1 条')
    await button(wrapper, '清除筛选').trigger('click')
    await field(wrapper, '借款').setValue('l1')
    expect(articles(wrapper)).toHaveLength(2)
    await field(wrapper, '只看有问题的').setValue(true)
    expect(articles(wrapper)).toHaveLength(1)
    await enter(wrapper, '搜内容', '没有这句话')
    expect(wrapper.text()).toContain('没有符合条件的记录')
  })

  it('loses an entry and gets it back', async () => {
    const { wrapper, cases } = await mountScreen(Page, { facts, at })
    await articles(wrapper)[1]!.findAll('button').at(-1)!.trigger('click')
    await flushPromises()
    expect(cases.facts?.contacts.map(({ id }) => id)).toEqual(['k1', 'k3'])
    await expect.poll(() => cases.canUndo).toBe(true)
    await cases.undo()
    await flushPromises()
    expect(articles(wrapper)).toHaveLength(3)
  })

  it('loses all that are ticked in one step, also what was out of sight meanwhile', async () => {
    const { wrapper, cases } = await mountScreen(Page, { facts, at })
    const tick = (place: number) => articles(wrapper)[place]!.get('input[type=checkbox]')
    await tick(0).trigger('change')
    await tick(1).trigger('change')
    await enter(wrapper, '搜内容', '说再不还就上门')
    expect(articles(wrapper)).toHaveLength(1)
    expect(wrapper.text()).toContain('选中 1 项')
    await button(wrapper, '清除筛选').trigger('click')
    expect(articles(wrapper)).toHaveLength(3)
    expect(wrapper.text()).toContain('选中 2 项')
    await button(wrapper, '删除选中的').trigger('click')
    await flushPromises()
    expect(cases.facts?.contacts.map(({ id }) => id)).toEqual(['k1'])
    expect(wrapper.text()).not.toContain('选中 2 项')
    await cases.undo()
    expect(cases.facts?.contacts.map(({ id }) => id)).toEqual(['k1', 'k2', 'k3'])
  })

  it('hands the ticked ones to an evidence pack, once', async () => {
    const { wrapper, router } = await mountScreen(Page, { facts, at })
    await articles(wrapper)[1]!.get('input[type=checkbox]').trigger('change')
    await button(wrapper, '用这些做证据包').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('rights-evidence')
    const desk = useContactDeskStore()
    expect([...(desk.takeCollected() ?? [])]).toEqual(['k2'])
    expect(desk.takeCollected()).toBeNull()
  })
})

describe('what was found', () => {
  it('names source, nature, use and missing evidence, and leads to letters and entries', async () => {
    const { wrapper } = await mountScreen(Page, { facts, at })
    const group = wrapper.findAll('.group').find((one) => one.text().includes('夜间不得催收'))!
    const text = group.text()
    expect(text).toContain('推荐性国家标准（不是法律）')
    expect(text).toContain('GB/T 45251-2025')
    expect(text).toContain('请先核实')
    expect(text).toContain('投诉')
    expect(text).toContain('通话记录')
    expect(group.get('a').attributes('href')).toBe('/letter?letter=complaint-to-lender&creditor=c2')
    await button(wrapper, '看这些记录').trigger('click')
    expect(articles(wrapper).length).toBeLessThan(3)
  })

  it('is nothing where nothing was', async () => {
    const calm = { ...facts, contacts: facts.contacts.slice(0, 1) }
    const { wrapper } = await mountScreen(Page, { facts: calm, at })
    expect(wrapper.text()).toContain('没有看到违反催收规则的地方')
  })
})

describe('an entry', () => {
  it('is written down over any page, about its loan and now unless said otherwise', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-24T13:05:00Z'), toFake: ['Date'] })
    const { wrapper, cases, router } = await mountScreen(Elsewhere, { facts, at: '/budget' })
    useContactDeskStore().ask('l2')
    await flushPromises()
    expect(document.activeElement?.tagName).toBe('SELECT')
    await enter(wrapper, '对方号码', '95000000')
    const note = field(wrapper, '说了什么')
    await note.setValue('问什么时候还')
    note.element.focus()
    await note.trigger('keydown', { key: 'Enter', ctrlKey: true })
    vi.useRealTimers()
    await expect.poll(() => cases.facts?.contacts.length).toBe(4)
    expect(cases.facts?.contacts.at(-1)).toMatchObject({
      at: '2026-11-24T21:05:00+08:00',
      loan: 'l2',
      creditor: 'c2',
      party: 'debtor',
      caller: { number: '95000000', identified: false, identityUnknown: true },
      notes: '问什么时候还',
    })
    await expect.poll(() => wrapper.find('dialog').exists()).toBe(false)
    expect(router.currentRoute.value.name).toBe('budget')
  })

  it('stays as it is filled in when it is asked for again, and leads to a pasted list', async () => {
    const { wrapper, cases } = await mountScreen(Elsewhere, { facts, at: '/budget' })
    const desk = useContactDeskStore()
    desk.ask('no-such-loan')
    await flushPromises()
    expect(field(wrapper, '关于哪一笔').element.value).toBe('')
    await enter(wrapper, '对方号码', '95000000')
    desk.ask('l2')
    await flushPromises()
    expect(field(wrapper, '对方号码').element.value).toBe('95000000')
    await button(wrapper, '粘贴短信').trigger('click')
    await flushPromises()
    expect(wrapper.findAll('dialog')).toHaveLength(1)
    expect(wrapper.get('dialog').text()).toContain('从手机里复制的文字')
    await cases.importText(encodeCaseText(facts))
    await flushPromises()
    expect(wrapper.find('dialog').exists()).toBe(false)
  })

  it('keeps its seconds when it is changed, and says what is wrong with a time', async () => {
    const { wrapper, cases } = await mountScreen(Page, { facts, at })
    await articles(wrapper)[1]!.findAll('button')[0]!.trigger('click')
    await enter(wrapper, '时间', '25:00')
    await submit(wrapper)
    await expect.poll(() => wrapper.text()).toContain('写成 21:40 这样')
    await enter(wrapper, '时间', '22:30')
    const chip = wrapper.findAll('.chip').find((one) => one.text().includes('辱骂'))
    await chip?.get('input').setValue(true)
    await submit(wrapper)
    await expect.poll(() => cases.facts?.contacts[1]?.conduct.length).toBe(2)
    expect(cases.facts?.contacts[1]).toMatchObject({
      at: '2026-11-21T22:30:00+08:00',
      conduct: ['threat', 'abuse'],
      notes: '说再不还就上门',
    })
  })

  it('reads nothing of a file said to be a gigabyte, keeps an empty one, names one that is gone', async () => {
    const { wrapper, cases, services } = await mountScreen(Page, { facts, at })
    await articles(wrapper)[2]!.findAll('button')[0]!.trigger('click')
    const input = wrapper.get<HTMLInputElement>('input[type="file"]')
    const choose = async (...files: readonly unknown[]): Promise<void> => {
      Object.defineProperty(input.element, 'files', { value: files, configurable: true })
      await input.trigger('change')
    }
    const read = vi.fn().mockRejectedValue(new Error('a folder, or gone'))
    await choose(
      { name: '大.mp4', type: 'video/mp4', size: 2 ** 30, arrayBuffer: read },
      new File([], '空.m4a'),
    )
    expect(wrapper.text()).toContain('没有加入：大.mp4')
    await choose({ name: '文件夹', type: '', size: 4096, arrayBuffer: read })
    expect(read).not.toHaveBeenCalled()
    await submit(wrapper)
    await expect.poll(() => wrapper.text()).toContain('“文件夹”读不出来')
    expect(cases.facts!.contacts[0]!.evidence).toEqual([])
    await wrapper.findAll('.attach li button').at(-1)!.trigger('click')
    await submit(wrapper)
    await expect.poll(() => cases.facts!.contacts[0]!.evidence.length).toBe(1)
    const [kept] = cases.facts!.contacts[0]!.evidence
    const stored = await services.files.load(cases.caseId!, kept!.sha256)
    expect([kept!.name, stored!.bytes.length]).toEqual(['空.m4a', 0])
  })

  it('takes a file, refuses one that is too large and hands it back as bytes', async () => {
    const saved = vi.fn().mockResolvedValue({ ok: true, value: { path: '/家里/留底.bin' } })
    const { wrapper, cases } = await mountScreen(Page, {
      facts,
      at,
      desktop: { saveFile: saved },
    })
    await articles(wrapper)[2]!.findAll('button')[0]!.trigger('click')
    const input = wrapper.get<HTMLInputElement>('input[type="file"]')
    const page = new File(['<script>alert(1)</script>'], '../录音\u202Egnp.html')
    const huge = { name: '大.mp4', type: 'video/mp4', size: 51 * 1024 * 1024 }
    Object.defineProperty(input.element, 'files', { value: [page, huge], configurable: true })
    await input.trigger('change')
    expect(wrapper.text()).toContain('没有加入：大.mp4')
    await submit(wrapper)
    await expect.poll(() => cases.facts?.contacts[0]?.evidence.length).toBe(1)
    expect(cases.facts?.contacts[0]?.evidence[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    await flushPromises()
    expect(wrapper.get('button.file').text()).toBe('../录音 gnp.html')
    await wrapper.get('button.file').trigger('click')
    await expect.poll(() => saved.mock.calls.length).toBe(1)
    const request = saved.mock.calls[0]?.[0] as { suggestedName: string; extension: string }
    expect(request).toMatchObject({ extension: 'bin' })
    await expect.poll(() => wrapper.get('.news').text()).toBe('已存：留底.bin')
    expect(request.suggestedName).toMatch(/^[^./\\\u202E][^/\\\u202E]*\.html\.bin$/)
  })
})

describe('the next step of the log', () => {
  const stepOf = async (contacts: Case['contacts'], locale: 'zh-CN' | 'en' = 'zh-CN') => {
    const { wrapper } = await mountScreen(Page, { facts: { ...facts, contacts }, at, locale })
    return wrapper.get('[data-testid=next-step]')
  }

  it('leads from a clear breach to the complaints', async () => {
    const step = await stepOf(facts.contacts)
    expect(step.get('a').attributes('href')).toBe('/rights/complaints')
  })

  it('leads to the check-up once others were contacted', async () => {
    const party = 'emergency-contact'
    const step = await stepOf(
      [aContact({ id: 'k1', at: '2026-11-20T10:00:00+08:00', party })],
      'en',
    )
    expect(step.get('a').attributes('href')).toBe('/contacts/check-up')
    expect(step.text()).toContain('tell them beforehand')
  })

  it('else opens the form for the next contact', async () => {
    const step = await stepOf([aContact({ id: 'k1', at: '2026-11-20T10:00:00+08:00' })])
    await step.get('button').trigger('click')
    expect(useContactDeskStore().asked?.kind).toBe('new')
  })
})
