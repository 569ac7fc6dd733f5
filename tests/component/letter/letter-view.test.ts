import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aCase, aContact, anIncome, day, yuan } from '../../support/builders.ts'
import { mountScreen } from '../../support/mount-screen.ts'
import type { Case } from '../../../src/domain/case/index.ts'
import LetterView from '../../../src/ui/letter/LetterView.vue'

const base = aCase()
/** Too little for the contract, enough for instalments. */
const facts: Case = {
  ...base,
  budget: { ...base.budget, incomes: [anIncome({ amount: yuan(3000) })] },
}

afterEach(() => {
  document.body.replaceChildren()
})

type Wrapper = Awaited<ReturnType<typeof mountScreen>>['wrapper']

function field(wrapper: Wrapper, label: string) {
  const found = wrapper.findAll('label').find((other) => other.text().startsWith(label))
  return wrapper.get<HTMLInputElement>(`[id="${found?.attributes('for') ?? ''}"]`)
}
const button = (wrapper: Wrapper, words: string) =>
  wrapper.findAll('button').find((other) => other.text() === words)!

describe('the letter', () => {
  it('asks for what is missing and takes it in place', async () => {
    const { wrapper, cases } = await mountScreen(LetterView, { facts })
    expect(wrapper.text()).toContain('还缺几项资料')
    const name = field(wrapper, '您的姓名')
    await name.setValue('林某（虚构）')
    await name.trigger('change')
    await flushPromises()
    expect(cases.facts?.debtor.name).toBe('林某（虚构）')
    expect(wrapper.get('.paper').text()).toContain('林某（虚构）')
    const notice = wrapper.text().slice(wrapper.text().indexOf('信里会用到'))
    expect(notice.slice(0, notice.indexOf('。'))).not.toContain('姓名')
  })

  it('refuses more of an identity number than its tail', async () => {
    const { wrapper, cases } = await mountScreen(LetterView, { facts })
    const tail = field(wrapper, '身份证后四位')
    await tail.setValue('110101199001011234')
    await tail.trigger('change')
    expect(cases.facts?.debtor.idTail).toBe('')
    expect(wrapper.text()).toContain('最多四位')
  })

  it('is text, whatever a person typed', async () => {
    const debtor = { ...facts.debtor, name: '<img src=x onerror=alert(1)>' }
    const { wrapper } = await mountScreen(LetterView, { facts: { ...facts, debtor } })
    expect(wrapper.find('.paper img').exists()).toBe(false)
    expect(wrapper.get('.paper').text()).toContain('<img src=x onerror=alert(1)>')
  })

  it('keeps an edited text and brings the original back', async () => {
    const { wrapper, cases } = await mountScreen(LetterView, { facts })
    await button(wrapper, '修改文字').trigger('click')
    const editor = wrapper.get<HTMLTextAreaElement>('.editor textarea')
    await editor.setValue('# 另一封信\n\n改过的内容')
    await editor.trigger('change')
    await flushPromises()
    expect(wrapper.get('.paper h1').text()).toBe('另一封信')
    expect(cases.facts?.letters[0]?.markdown).toContain('改过的内容')
    await button(wrapper, '恢复原文').trigger('click')
    await flushPromises()
    expect(cases.facts?.letters).toEqual([])
    expect(wrapper.get('.paper').text()).toContain('甲银行（虚构）')
  })

  it('says where the PDF is, and shows it in its folder', async () => {
    const savePdf = vi.fn(() =>
      Promise.resolve({ ok: true, value: { path: '/tmp/a.pdf' } } as const),
    )
    const revealFile = vi.fn(() => Promise.resolve({ ok: true, value: null } as const))
    const { wrapper } = await mountScreen(LetterView, { facts, desktop: { savePdf, revealFile } })
    await button(wrapper, '存为 PDF').trigger('click')
    await flushPromises()
    expect(savePdf).toHaveBeenCalledWith(
      expect.objectContaining({
        locale: 'zh-CN',
        suggestedName: '困难情况说明与分期还款方案-甲银行（虚构）-2026-11-24.pdf',
        author: '',
      }),
    )
    expect(wrapper.text()).toContain('已保存到 /tmp/a.pdf')
    await button(wrapper, '打开所在文件夹').trigger('click')
    expect(revealFile).toHaveBeenCalledWith({ path: '/tmp/a.pdf' })
  })

  it.each([
    ['disk-full', true],
    ['cancelled', false],
  ] as const)('after %s speaks: %s', async (code, speaks) => {
    const savePdf = () => Promise.resolve({ ok: false, code } as const)
    const { wrapper } = await mountScreen(LetterView, { facts, desktop: { savePdf } })
    const before = wrapper.text()
    await button(wrapper, '存为 PDF').trigger('click')
    await flushPromises()
    expect(wrapper.text() !== before).toBe(speaks)
  })

  it('offers no proposal where nothing can be kept, and still the other letters', async () => {
    const broke = {
      ...facts,
      budget: { ...facts.budget, incomes: [anIncome({ amount: yuan(100) })] },
    }
    const { wrapper } = await mountScreen(LetterView, { facts: broke })
    expect(wrapper.text()).toContain('现在还不适合寄出还款方案')
    await button(wrapper, '困难情况说明与分期还款方案').trigger('click')
    expect(wrapper.find('.paper').exists()).toBe(false)
    await button(wrapper, '索取合同和账目明细').trigger('click')
    expect(wrapper.get('.paper h1').text()).toContain('借款合同和账目明细')
  })

  it('shows fields and blanks, and warns before a letter that restarts the limitation period', async () => {
    const { wrapper } = await mountScreen(LetterView, { facts })
    const marked = wrapper.findAll('.paper mark.field').map((mark) => mark.text())
    expect(marked).toContain('甲银行（虚构）')
    expect(wrapper.findAll('.paper mark.blank').map((mark) => mark.text())).toContain(
      '【待填写：姓名】',
    )
    expect(wrapper.text()).toContain('诉讼时效会重新计算')
    await button(wrapper, '家庭收支明细表').trigger('click')
    expect(wrapper.text()).not.toContain('诉讼时效会重新计算')
  })

  it('goes on paper when its figures stand, or the person will not wait', async () => {
    const cancel = vi.fn()
    const search = () => ({ cancel })
    const { wrapper } = await mountScreen(LetterView, { facts, search })
    const save = () => button(wrapper, '存为 PDF').attributes('disabled')
    expect(wrapper.text()).toContain('数字可能还会变')
    expect(save()).toBeDefined()
    await button(wrapper, '不等了，就用现在的').trigger('click')
    expect(cancel).toHaveBeenCalled()
    expect(wrapper.text()).not.toContain('数字可能还会变')
    expect(save()).toBeUndefined()
  })

  it('waits for figures that a summary shows, though it could be written without a proposal', async () => {
    const { wrapper } = await mountScreen(LetterView, {
      facts,
      at: '/letter?letter=meeting-summary',
      search: () => ({ cancel: vi.fn() }),
    })
    expect(wrapper.get('.paper').text()).toContain('债务与还款方案摘要')
    expect(button(wrapper, '存为 PDF').attributes('disabled')).toBeDefined()
    await button(wrapper, '家庭收支明细表').trigger('click')
    expect(button(wrapper, '存为 PDF').attributes('disabled')).toBeUndefined()
  })

  it('freezes a letter that was sent and notes the reply as a task', async () => {
    const { wrapper, cases } = await mountScreen(LetterView, { facts })
    await button(wrapper, '标记为已寄出').trigger('click')
    const number = field(wrapper, '快递单号')
    await number.setValue('EX-1')
    await number.trigger('change')
    await wrapper.get('form.send').trigger('submit')
    await flushPromises()
    const [letter] = cases.facts?.letters ?? []
    expect(letter?.sent).toMatchObject({
      on: '2026-11-24',
      channel: 'registered-post',
      reference: 'EX-1',
      replyDueOn: '2026-12-09',
    })
    expect(cases.facts?.tasks).toMatchObject([{ dueOn: '2026-12-09', doneOn: null }])
    expect(wrapper.findAll('button').some((each) => each.text() === '修改文字')).toBe(false)
    await button(wrapper, '收到答复了').trigger('click')
    await flushPromises()
    expect(cases.facts?.tasks[0]?.doneOn).toBe('2026-11-24')
  })

  it('sets no second reminder where the complaint it carries is filed', async () => {
    const complaint = {
      ...{ id: 'b1', channel: 'cn.channel.lender', creditor: 'c1', contacts: [], rules: [] },
      ...{ filedOn: day('2026-11-20'), reference: '', replyDueOn: day('2026-12-05') },
      ...{ outcome: null, closedOn: null, note: '', evidence: [] },
    }
    const { wrapper, cases } = await mountScreen(LetterView, {
      facts: { ...facts, complaints: [complaint], contacts: [aContact({ conduct: ['threat'] })] },
      at: '/letter?letter=complaint-to-lender&creditor=c1',
    })
    await button(wrapper, '标记为已寄出').trigger('click')
    expect(wrapper.get('form.send').text()).toContain('这件投诉已经记在')
    await wrapper.get('form.send').trigger('submit')
    await flushPromises()
    expect(cases.facts?.letters).toMatchObject([
      { letter: 'complaint-to-lender', creditor: 'c1', sent: { replyDueOn: null } },
    ])
    expect(cases.facts?.tasks).toEqual([])
  })

  it('keeps earlier texts and goes back to one', async () => {
    const { wrapper, cases } = await mountScreen(LetterView, { facts })
    await button(wrapper, '修改文字').trigger('click')
    const editor = wrapper.get<HTMLTextAreaElement>('.editor textarea')
    for (const text of ['# 第一稿', '# 第二稿']) {
      await editor.setValue(text)
      await editor.trigger('change')
      await flushPromises()
    }
    expect(cases.facts?.letters[0]?.versions.map(({ markdown }) => markdown)).toEqual(['# 第一稿'])
    await button(wrapper, '用第 1 版').trigger('click')
    await flushPromises()
    expect(wrapper.get('.paper h1').text()).toBe('第一稿')
  })

  it('saves a Word file, and all letters of the proposal as one PDF', async () => {
    const saveFile = vi.fn(() =>
      Promise.resolve({ ok: true, value: { path: '/tmp/a.docx' } } as const),
    )
    const savePdf = vi.fn(() =>
      Promise.resolve({ ok: true, value: { path: '/tmp/a.pdf' } } as const),
    )
    const { wrapper } = await mountScreen(LetterView, { facts, desktop: { saveFile, savePdf } })
    await button(wrapper, '存为 Word').trigger('click')
    await vi.waitFor(() => {
      expect(saveFile).toHaveBeenCalledWith(expect.objectContaining({ extension: 'docx' }))
    })
    await flushPromises()
    await button(wrapper, '全部协商信存为一个 PDF').trigger('click')
    await flushPromises()
    const [request] = savePdf.mock.calls[0] as unknown as [{ html: string }]
    expect(request.html.match(/<section class="letter">/g)).toHaveLength(2)
  })
})

describe('the next step of a letter', () => {
  const complete: Case = {
    ...facts,
    debtor: {
      ...facts.debtor,
      name: '林某（虚构）',
      phone: '13800000000',
      idTail: '123X',
      address: '某市某路 1 号',
      hardship: ['income-drop'],
    },
    creditors: facts.creditors.map((creditor) => ({ ...creditor, address: '某市某街 2 号' })),
    loans: facts.loans.map((loan) => ({ ...loan, contractNo: 'HT-1' })),
  }

  it('is to fill in what is missing, then to send it', async () => {
    const { wrapper } = await mountScreen(LetterView, { facts })
    expect(wrapper.get('[data-testid=next-step]').text()).toContain('先把缺的资料补上')
    const { wrapper: whole } = await mountScreen(LetterView, { facts: complete, locale: 'en' })
    expect(whole.get('[data-testid=next-step]').text()).toContain('Read it through')
  })

  it('is to note the answer once it was sent', async () => {
    const { wrapper } = await mountScreen(LetterView, { facts: complete })
    await button(wrapper, '标记为已寄出').trigger('click')
    await wrapper.findAll('form').at(-1)?.trigger('submit')
    await flushPromises()
    const step = wrapper.get('[data-testid=next-step]')
    expect(step.text()).toContain('2026年11月24日寄出')
    expect(step.get('a').attributes('href')).toBe('/talks')
  })
})
