import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EXPOSURE_ACTIONS, EXPOSURE_REASONS } from '../../../src/domain/conduct/exposure-level.ts'
import CheckUpView from '../../../src/ui/contacts/CheckUpView.vue'
import { aCase, aContact, aCreditor } from '../../support/builders.ts'
import { mountScreen, translator } from '../../support/mount-screen.ts'

const at = { name: 'contacts-check-up' }
const button = (wrapper: VueWrapper, words: string) =>
  wrapper.findAll('button').find((other) => other.text().includes(words))!
const titles = (wrapper: VueWrapper) =>
  wrapper.findAll('.steps > li .title').map((title) => title.text())

afterEach(() => {
  document.body.replaceChildren()
})

describe('the check-up of the contact list', () => {
  it('answers for the loan as questions are answered, and keeps the answers', async () => {
    const { wrapper, cases } = await mountScreen(CheckUpView, { facts: aCase({}), at })
    expect(wrapper.get('[data-testid="exposure-level"]').text()).toBe('要留意')
    await wrapper.get('[data-field="contactsPermission"] select').setValue('granted')
    await wrapper.get('[data-field="callLogPermission"] select').setValue('denied')
    await flushPromises()
    expect(wrapper.get('[data-testid="exposure-level"]').text()).toBe('较高')
    expect(titles(wrapper)).toEqual([
      '关掉通讯录权限',
      '看一遍隐私政策',
      '书面撤回同意',
      '要求删除已经上传的联系人',
      '告诉身边的人',
    ])
    expect(wrapper.text()).toContain('隐私与安全性')
    await wrapper.get('[data-field="policyOnContacts"] select').setValue('not-named')
    await wrapper.get('[data-field="doneSoFar"] select').setValue('reached')
    await flushPromises()
    expect(wrapper.get('[data-testid="exposure-level"]').text()).toBe('已经联系到别人')
    expect(titles(wrapper)).not.toContain('看一遍隐私政策')
    expect(cases.facts?.loans[0]?.exposure).toMatchObject({
      contactsPermission: 'granted',
      callLogPermission: 'denied',
      policyOnContacts: 'not-named',
      doneSoFar: 'reached',
    })
  })

  it('puts the people first once they were reached, and names where to complain', async () => {
    const facts = aCase({
      creditors: [aCreditor()],
      people: [{ id: 'n1', name: '表姐', relation: 'family', warnedOn: null, note: '' }],
      contacts: [aContact({ loan: 'l1', party: 'third-party', person: 'n1', disclosedDebt: true })],
    })
    const { wrapper, cases } = await mountScreen(CheckUpView, { facts, at })
    expect(wrapper.get('[data-testid="exposure-level"]').text()).toBe('已经联系到别人')
    expect(wrapper.text()).toContain('12378')
    expect(wrapper.text()).toContain('被联系 1 次，最近是2026年11月20日，对方说了欠款')
    await button(wrapper, '今天说过了').trigger('click')
    await flushPromises()
    expect(cases.facts?.people[0]?.warnedOn).toBe('2026-11-24')
  })

  it('hands over the words for family and friends', async () => {
    const copyText = vi.fn().mockResolvedValue({ ok: true, value: null })
    const { wrapper } = await mountScreen(CheckUpView, {
      facts: aCase({}),
      at,
      desktop: { copyText },
    })
    await button(wrapper, '复制这段话').trigger('click')
    await flushPromises()
    const [request] = copyText.mock.calls[0] as [{ text: string }]
    expect(request.text).toContain('不用替我还')
    expect(wrapper.text()).toContain('已复制')
  })

  it('asks for a loan where there is none', async () => {
    const { wrapper } = await mountScreen(CheckUpView, { facts: aCase({ loans: [] }), at })
    expect(wrapper.text()).toContain('还没有记下借款')
  })

  it.each(['zh-CN', 'en'] as const)('has words for every reason and action in %s', (locale) => {
    const words = translator(locale).global as unknown as { readonly t: (key: string) => string }
    for (const reason of EXPOSURE_REASONS)
      expect(words.t(`contacts.checkUp.reason.${reason}`)).not.toBe('')
    for (const action of EXPOSURE_ACTIONS)
      expect(words.t(`contacts.checkUp.action.${action}.how`)).not.toBe('')
  })
})
