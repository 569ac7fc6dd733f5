import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Case } from '../../../src/domain/case/index.ts'
import { callTone } from '../../../src/ui/calls/call-tone.ts'
import CallsView from '../../../src/ui/calls/CallsView.vue'
import CallView from '../../../src/ui/calls/CallView.vue'
import { aCase, aContact, aCreditor, aLoan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'

const facts: Case = aCase({
  contacts: [aContact({ loan: 'l1', conduct: ['threat'] })],
})

type Wrapper = Awaited<ReturnType<typeof mountScreen>>['wrapper']

beforeEach(() => {
  callTone.value = 'calm'
})
afterEach(() => {
  document.body.replaceChildren()
})

const button = (wrapper: Wrapper, words: string) =>
  wrapper.findAll('button').find((other) => other.text().includes(words))!

function field(wrapper: Wrapper, label: string) {
  const found = wrapper.findAll('label').find((other) => other.text().startsWith(label))
  return wrapper.get<HTMLInputElement>(`[id="${found?.attributes('for') ?? ''}"]`)
}

async function press(key: string, target: EventTarget = document.body): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await flushPromises()
}

const openCall = (
  situation: string,
  mode: string,
  parts: Partial<Parameters<typeof mountScreen>[1]> = {},
) =>
  mountScreen(CallView, {
    facts,
    at: { name: 'call', params: { situation }, query: { mode } },
    ...parts,
  })

describe('the list of situations', () => {
  it('shows all of them, and marks what the records show', async () => {
    const { wrapper } = await mountScreen(CallsView, { facts })
    const cards = wrapper.findAll('.card')
    expect(cards).toHaveLength(15)
    const marked = cards.filter((card) => card.find('.now').exists()).map((card) => card.text())
    expect(marked.some((text) => text.startsWith('对方辱骂、恐吓'))).toBe(true)
    expect(marked.some((text) => text.startsWith('有人上门'))).toBe(false)
    expect(wrapper.get('[data-testid="next-step"]').text()).toContain('对方辱骂、恐吓')
  })

  it('asks for a debt before it offers words', async () => {
    const { wrapper } = await mountScreen(CallsView, { facts: aCase({ loans: [] }) })
    expect(wrapper.find('.card').exists()).toBe(false)
    expect(wrapper.text()).toContain('还没有录入债务')
  })
})

describe('a script', () => {
  it('is read with the person’s own figures, in the tone that is chosen', async () => {
    const { wrapper } = await openCall('hotline-proactive', 'read')
    expect(wrapper.get('h1').text()).toBe('主动打给贷款机构')
    expect(wrapper.text()).toContain('甲银行（虚构）客服')
    const calm = wrapper.findAll('.say')[0]!.text()
    await field(wrapper, '语气').setValue('firm')
    expect(wrapper.findAll('.say')[0]!.text()).not.toBe(calm)
  })

  it('can be had in the other language', async () => {
    const { wrapper } = await openCall('hotline-proactive', 'read')
    await field(wrapper, '话术语言').setValue('en')
    expect(wrapper.get('h1').text()).toBe('Ringing the lender first')
  })

  it('is not for a call to a private person', async () => {
    const family = aCase({
      creditors: [aCreditor({ kind: 'private', licensed: false })],
      loans: [aLoan({ kind: 'private' })],
    })
    const { wrapper } = await openCall('hotline-proactive', 'read', { facts: family })
    expect(wrapper.text()).toContain('向个人借的')
    expect(wrapper.find('.turn').exists()).toBe(false)
  })

  it('in writing has a button to copy each message, without what to do first', async () => {
    const copyText = vi.fn((_: { text: string }) =>
      Promise.resolve({ ok: true, value: null } as const),
    )
    const { wrapper } = await openCall('text-reply', 'read', { desktop: { copyText } })
    const copies = wrapper.findAll('.copy')
    expect(copies.length).toBeGreaterThan(3)
    for (const each of copies) await each.trigger('click')
    await flushPromises()
    const texts = copyText.mock.calls.map(([{ text }]) => text)
    expect(texts.filter((text) => /^[（(]|\{\{/.test(text))).toEqual([])
    expect(texts[1]).toMatch(/^请告知公司全称/)
    expect(wrapper.text()).toContain('已复制')
    const spoken = await openCall('home-visit', 'read', { desktop: { copyText } })
    expect(spoken.wrapper.find('.copy').exists()).toBe(false)
  })

  it('is printed as a sheet, and says when that failed', async () => {
    const print = vi.fn(() => Promise.resolve({ ok: true, value: null } as const))
    const { wrapper } = await openCall('home-visit', 'read', { desktop: { print } })
    await button(wrapper, '打印一页小抄').trigger('click')
    await flushPromises()
    expect(print).toHaveBeenCalledWith(expect.objectContaining({ title: '有人上门' }))
    expect(wrapper.text()).toContain('已送到打印机')
    print.mockResolvedValueOnce({ ok: false, code: 'failed' } as never)
    await button(wrapper, '打印一页小抄').trigger('click')
    await flushPromises()
    expect(wrapper.find('[role="alert"]').exists()).toBe(true)
  })
})

describe('a rehearsal', () => {
  const choices = (wrapper: Wrapper) => wrapper.findAll('.reply')
  /** The digit of the answer that holds these words. */
  const digitFor = (wrapper: Wrapper, words: string): string =>
    String(choices(wrapper).findIndex((choice) => choice.text().includes(words)) + 1)

  it('goes on by digits to the end and checks what was said', async () => {
    const { wrapper } = await openCall('personal-account', 'rehearse')
    for (const words of ['等维护好了', '不是信不过', '减免要有书面', '书面告诉我还款账户'])
      await press(digitFor(wrapper, words))
    const check = wrapper.get('[data-testid="goal-check"]').text()
    expect(check).toContain('要紧的都说到了')
    expect(check).not.toContain('还没有')
  })

  it('does not put the good answer first at every turn', async () => {
    const { wrapper } = await openCall('collector-first', 'rehearse')
    const first: string[] = []
    for (const words of ['您好。', '录音做个记录', '我愿意还', '申请减免', '没有失联', '只走']) {
      first.push(digitFor(wrapper, words))
      await press(digitFor(wrapper, words))
    }
    expect(new Set(first)).toEqual(new Set(['1', '2']))
  })

  it('shows what comes of a slip, and lets it be taken back', async () => {
    const { wrapper } = await openCall('personal-account', 'rehearse')
    await press(digitFor(wrapper, '把卡号发我'))
    expect(wrapper.get('.exchange').text()).toContain('很难追回')
    await button(wrapper, '收回这一句').trigger('click')
    expect(wrapper.find('.exchange').exists()).toBe(false)
    expect(wrapper.get('[data-testid="rehearsal-now"]').text()).toContain('公司账户在维护')
  })

  it('reads typed words by simple rules and catches an amount that is too much', async () => {
    const { wrapper } = await openCall('offer-too-high', 'rehearse')
    const typed = wrapper.get<HTMLInputElement>('.own input')
    await typed.setValue('好吧，我每月还90000元')
    await wrapper.get('.own').trigger('submit')
    expect(wrapper.get('.exchange').text()).toContain('90,000.00')
    expect(wrapper.get('.exchange').text()).toContain('超过了您每月拿得出的')
    await typed.setValue('今天天气真好')
    await wrapper.get('.own').trigger('submit')
    expect(wrapper.findAll('.exchange')[1]!.text()).toContain('没有认出这句话里的要点')
    expect(typed.element.value).toBe('')
  })

  it('takes digits that are typed into the field for words', async () => {
    const { wrapper } = await openCall('offer-too-high', 'rehearse')
    await press('1', wrapper.get('.own input').element)
    expect(wrapper.find('.exchange').exists()).toBe(false)
  })

  it('starts anew with another tone’s words but keeps what was said', async () => {
    const { wrapper } = await openCall('offer-too-high', 'rehearse')
    await press('1')
    await field(wrapper, '语气').setValue('firm')
    expect(wrapper.findAll('.exchange')).toHaveLength(1)
    await button(wrapper, '从头再来').trigger('click')
    expect(wrapper.find('.exchange').exists()).toBe(false)
  })
})

describe('the call itself', () => {
  const part = (wrapper: Wrapper) => wrapper.get('[data-testid="live-part"]').text()

  it('shows one part in large letters and goes by digits and N', async () => {
    const { wrapper } = await openCall('collector-aggressive', 'live')
    expect(part(wrapper)).toContain('对方施压')
    await press('4')
    expect(part(wrapper)).toContain('欠钱不还就是犯罪')
    await press('n')
    expect(part(wrapper)).toContain('你单位')
    await press('9')
    expect(part(wrapper)).toContain('你单位')
  })

  it('logs how it ended by one key and a few words', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00'), toFake: ['Date'] })
    const { wrapper, cases } = await openCall('hotline-proactive', 'live')
    vi.setSystemTime(new Date('2026-11-24T10:07:10'))
    await press('l')
    const ending = field(wrapper, '怎么结束的')
    expect(document.activeElement).toBe(ending.element)
    await ending.setValue('countered')
    const amount = field(wrapper, '对方说的金额')
    await amount.setValue('1888.50')
    await amount.trigger('change')
    const months = field(wrapper, '期数')
    await months.setValue('24')
    await months.trigger('change')
    const notes = field(wrapper, '说了什么')
    await notes.setValue('工单号 0001')
    await notes.trigger('change')
    await wrapper.get('form.log').trigger('submit')
    await flushPromises()
    vi.useRealTimers()
    const logged = cases.facts?.contacts.at(-1)
    expect(logged).toMatchObject({
      loan: 'l1',
      creditor: 'c1',
      direction: 'out',
      channel: 'call',
      party: 'debtor',
      connected: true,
      notes: '对方提了别的条件（7 分钟）。\n工单号 0001',
    })
    expect(logged?.at).toMatch(/^2026-11-24T10:00:00[+-]\d\d:\d\d$/)
    expect(cases.facts?.loans[0]?.talks).toMatchObject([
      { kind: 'countered', amount: 188_850, months: 24, on: '2026-11-24' },
    ])
    await vi.waitFor(() => {
      expect(wrapper.text()).toContain('记好了')
    })
  })

  it('leaves its keys to a dialog that is open over it', async () => {
    const { wrapper } = await openCall('collector-aggressive', 'live')
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.setAttribute('open', '')
    await press('l')
    expect(wrapper.find('form.log').exists()).toBe(false)
    dialog.remove()
    await press('l')
    expect(wrapper.find('form.log').exists()).toBe(true)
  })

  it('logs what went wrong, and no talk where nobody answered', async () => {
    const { wrapper, cases } = await openCall('collector-aggressive', 'live')
    await press('l')
    const number = field(wrapper, '对方号码')
    await number.setValue('000-0001')
    await number.trigger('change')
    await field(wrapper, '怎么结束的').setValue('not-reached')
    await wrapper.findAll('.tags input')[1]!.setValue(true)
    await wrapper.get('form.log').trigger('submit')
    await flushPromises()
    expect(cases.facts?.contacts.at(-1)).toMatchObject({
      direction: 'in',
      connected: false,
      conduct: ['abuse'],
      // What was not ticked is not known: no breach is made of it.
      caller: { number: '000-0001', identified: false, identityUnknown: true },
    })
    expect(cases.facts?.loans[0]?.talks).toEqual([])
  })
})
