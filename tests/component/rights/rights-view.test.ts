// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { searchGuide } from '../../../src/ui/rights/search-guide.ts'
import RightsView from '../../../src/ui/rights/RightsView.vue'
import StagesView from '../../../src/ui/rights/StagesView.vue'
import TopicView from '../../../src/ui/rights/TopicView.vue'
import { aCase, aContact, aLoan, day } from '../../support/builders.ts'
import { mountScreen, shippedPack } from '../../support/mount-screen.ts'

const { guide } = shippedPack()
const late = aLoan({ disbursedOn: day('2026-09-10'), firstDueOn: day('2026-11-10') })

afterEach(() => {
  document.body.replaceChildren()
})

describe('the search of the guide', () => {
  const found = (query: string) => searchGuide(guide, query, 'zh-CN').map(({ topic }) => topic.id)
  const partsOf = (query: string) => {
    const [first] = searchGuide(guide, query, 'zh-CN')
    return [...first!.title, ...first!.excerpt].filter(({ isHit }) => isHit)
  }

  it('finds in titles and texts of both languages, whatever language is shown', () => {
    expect(found('上门')[0]).toBe('home-visit')
    expect(found('payment order')).toContain('court-papers')
    expect(found('ＳＭＡＬＬ claims')).toEqual(['court-papers'])
    expect(found('12356')).toEqual(['mental-health'])
    const [hit] = searchGuide(guide, 'small claims', 'zh-CN')
    expect(hit?.excerptLocale).toBe('en')
  })

  it('wants every word, and says what comes near where none has them all', () => {
    expect(found('征信 异议')).toContain('credit-record')
    expect(found('他们会不会上门抓人')[0]).toBe('home-visit')
    expect(found('threatened prison')[0]).toBe('prison-threat')
    expect(found('qqqq')).toEqual([])
    expect(found('。 ')).toEqual([])
  })

  it('marks what was looked for and leaves the rest of the text as it is', () => {
    expect(partsOf('上门').map(({ text }) => text)).toContain('上门')
    const [hit] = searchGuide(guide, 'COURT', 'en')
    const title = hit!.title.map(({ text }) => text).join('')
    expect(title).toBe(hit!.topic.title.en)
    expect(searchGuide(guide, '（a+', 'en').length).toBeGreaterThan(0)
  })
})

describe('rights and help', () => {
  it('shows help lines, the groups of the guide and where the latest loan stands', async () => {
    const { wrapper } = await mountScreen(RightsView, { facts: aCase({ loans: [late] }) })
    const text = wrapper.text()
    for (const phone of ['12356', '110', '12348', '96110']) expect(text).toContain(phone)
    expect(text).toContain('“甲银行（虚构）”目前大致处在：提醒')
    for (const { title } of guide) expect(text).toContain(title['zh-CN'])
  })

  it('makes sense without a case', async () => {
    const { wrapper, cases } = await mountScreen(RightsView, { facts: aCase(), locale: 'en' })
    await cases.removeCase()
    await flushPromises()
    expect(wrapper.text()).toContain('See first what usually happens')
    expect(wrapper.text()).toContain('12356')
  })

  it('searches while one types and keeps the query in the address', async () => {
    const { wrapper, router } = await mountScreen(RightsView, {
      facts: aCase(),
      at: { name: 'rights' },
    })
    await wrapper.get('input[type="search"]').setValue('坐牢')
    await flushPromises()
    expect(wrapper.get('[data-testid="guide-results"]').text()).toContain('“不还就坐牢”是真的吗')
    expect(wrapper.find('mark').text()).toBe('坐牢')
    expect(router.currentRoute.value.query).toEqual({ q: '坐牢' })
    await wrapper.get('input[type="search"]').setValue('qqqq')
    expect(wrapper.text()).toContain('没有找到')
  })
})

describe('a topic of the guide', () => {
  it('shows text, day of review, sources with their weight and what to check first', async () => {
    const at = { name: 'rights-topic', params: { topic: 'contact-list' } }
    const { wrapper } = await mountScreen(TopicView, { facts: aCase(), at, locale: 'en' })
    expect(wrapper.get('h1').text()).toBe('May they ring everybody in my phone?')
    expect(wrapper.findAll('ol li').length).toBe(5)
    expect(wrapper.text()).toMatch(/Last checked on/)
    expect(wrapper.text()).toContain('Recommended national standard (not law)')
    expect(wrapper.text()).toContain('Check this first')
    expect(wrapper.text()).toContain('When they ring your workplace')
  })

  it('has no mark where every source was read', async () => {
    const at = { name: 'rights-topic', params: { topic: 'limitation' } }
    const { wrapper } = await mountScreen(TopicView, { facts: aCase(), at })
    expect(wrapper.text()).not.toContain('请先核实')
  })

  it('says so where there is none', async () => {
    const at = { name: 'rights-topic', params: { topic: 'nothing' } }
    const { wrapper } = await mountScreen(TopicView, { facts: aCase(), at })
    expect(wrapper.text()).toContain('没有这篇内容')
  })
})

describe('the stages of collection', () => {
  it('stand in order with what may and may not happen, and the loans in their place', async () => {
    const facts = aCase({
      loans: [late],
      contacts: [aContact({ loan: 'l1', channel: 'visit', at: '2026-11-20T15:00:00+08:00' })],
    })
    const { wrapper } = await mountScreen(StagesView, { facts })
    const stages = wrapper.findAll('[data-testid="stage"]')
    expect(stages.length).toBe(4)
    expect(stages.map((stage) => stage.text().includes('甲银行'))).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect(stages[2]!.text()).toContain('一个人上门')
    expect(stages[2]!.text()).toContain('您要做到')
  })
})
