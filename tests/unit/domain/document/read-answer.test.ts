import { describe, expect, it } from 'vitest'
import { checkRehearsal, judgePromise, readAnswer } from '../../../../src/domain/document/index.ts'
import { readAmounts } from '../../../../src/domain/document/read-amounts.ts'
import { yuan } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { listening } = shippedPack().talk()
const bounds = { planned: yuan(700), affordable: yuan(2500), lumpSum: yuan(1600) }
const chinese = (text: string) => readAnswer(text, listening['zh-CN'], bounds)
const english = (text: string) => readAnswer(text, listening.en, bounds)

describe('the amounts in a sentence', () => {
  it.each([
    ['我每月还1200元', [1200]],
    ['¥1,234.50 一个月', [1234.5]],
    ['先还0.3万', [3000]],
    ['先还3千', [3000]],
    ['一千二', [1200]],
    ['两千三百五十块', [2350]],
    ['一万零五十元', [10_050]],
    ['三百块', [300]],
    ['十五块', [15]],
    ['I can pay 450 yuan a month', [450]],
    ['¥700 now and 300 later', [700]],
    ['分12期，每期700', [700]],
    ['12月10号', []],
    ['逾期45天，年化24%', []],
    ['我的电话是13800000000', []],
    ['工号0086', []],
    ['第一，第二', []],
    ['', []],
  ])('of “%s” are %j', (text, amounts) => {
    expect(readAmounts(text)).toEqual(amounts.map(yuan))
  })
})

describe('a typed answer', () => {
  it('offers when it names an amount and a day', () => {
    expect(chinese('我12月10号还700元').earns).toContain('offer')
    expect(chinese('我还700元').earns).not.toContain('offer')
    expect(english('I can pay ¥700 on the 10th').earns).toContain('offer')
  })

  it('breaks the plan by an amount above what is affordable, and says which', () => {
    const reading = chinese('好吧，我明天先还5000元')
    expect(reading.breaks).toEqual(['within-plan'])
    expect(reading.beyond).toBe(yuan(5000))
    expect(reading.earns).not.toContain('offer')
    expect(english('All right, 3,000 yuan tomorrow').beyond).toBe(yuan(3000))
  })

  it('does not take a refusal or the balance for a promise', () => {
    for (const text of ['5000元我还不了', '我知道欠你们12000元', '我拿不出5000，最多还600元'])
      expect(chinese(text).breaks, `of ${text}`).toEqual([])
    for (const text of ['I can’t pay 5,000 yuan', 'I owe 12000 yuan', 'Not 5000, but 600 yuan'])
      expect(english(text).breaks, `of ${text}`).toEqual([])
  })

  it('hears a promise to pay everything or to borrow', () => {
    expect(chinese('我明天全部还清').breaks).toEqual(['within-plan'])
    expect(chinese('我去借一点给你').breaks).toEqual(['no-new-loan'])
    expect(chinese('我不会去借').breaks).toEqual([])
    expect(english('I’ll pay it all tomorrow').breaks).toEqual(['within-plan'])
    expect(english('I will borrow it').breaks).toEqual(['no-new-loan'])
    expect(english('I won’t borrow').breaks).toEqual([])
  })

  it('hears the goals in plain words', () => {
    expect(chinese('请问您的工号？只联系我本人，发书面给我，罚息能减免吗').earns).toEqual(
      expect.arrayContaining(['identity', 'third-parties', 'writing', 'waiver']),
    )
    expect(english('Your staff number, please. Only contact me, and in writing.').earns).toEqual(
      expect.arrayContaining(['identity', 'third-parties', 'writing']),
    )
  })

  it('finds nothing in what it does not understand', () => {
    expect(chinese('今天天气真好')).toMatchObject({
      earns: [],
      breaks: [],
      promised: [],
      beyond: null,
    })
  })
})

describe('a promise of so much a month', () => {
  it.each([
    [700, 'within-plan'],
    [700.01, 'at-others-expense'],
    [2500, 'at-others-expense'],
    [2500.01, 'beyond-affordable'],
  ])('of %d is %s', (amount, verdict) => {
    expect(judgePromise(yuan(amount), bounds)).toBe(verdict)
  })

  it('is held against what is affordable where no plan speaks', () => {
    const none = { ...bounds, planned: null }
    expect(judgePromise(yuan(2500), none)).toBe('within-plan')
    expect(judgePromise(yuan(2500.01), none)).toBe('beyond-affordable')
  })
})

describe('the check at the end', () => {
  const goals = ['offer', 'waiver', 'within-plan'] as const

  it('counts what was earned, what was missed and what is kept by itself', () => {
    expect(checkRehearsal(goals, [{ earns: ['offer'], breaks: [] }])).toEqual([
      { goal: 'offer', result: 'met' },
      { goal: 'waiver', result: 'missed' },
      { goal: 'within-plan', result: 'met' },
    ])
  })

  it('does not mend what was broken', () => {
    const effects = [
      { earns: [], breaks: ['within-plan'] },
      { earns: ['within-plan', 'offer'], breaks: [] },
    ] as const
    expect(checkRehearsal(goals, effects).map(({ result }) => result)).toEqual([
      'met',
      'missed',
      'broken',
    ])
  })
})
