import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/domain/case/index.ts'
import { shippedPack } from '../../support/pack-files.ts'

const { letters, letterParts, letterWarnings } = shippedPack()

/** Everything a person may read or send, by where it stands. */
const texts = LOCALES.flatMap((locale) => [
  ...letters.flatMap(({ id, markdown, title, when, send, recipient, enclose }) =>
    [markdown, title, when, send, recipient, ...enclose].map((words) => ({
      where: `${id}.${locale}`,
      words: words[locale],
    })),
  ),
  ...Object.entries(letterParts).map(([name, words]) => ({
    where: `parts/${name}.${locale}`,
    words: words[locale],
  })),
])

/** Words no letter uses: threats, promises nobody can make, advice that harms. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  [
    'a threat',
    /否则|后果自负|曝光|媒体|黑猫|让你们后悔|付出代价|or else|expose you|go to the press|you will regret/i,
  ],
  [
    'false certainty',
    /一定会|必然|肯定会|保证(?!家庭)|百分之百|必须退还|自动无效|guarantee(d|s)? (that|to)|certainly|definitely|is void|must refund/i,
  ],
  [
    'advice to stop paying or to hide',
    /停止还款|不用还|拒绝还款|拖着|失联|换号|转移财产|stop paying|need not repay|do not repay|change your number|hide/i,
  ],
  [
    'advice to make things up',
    /编造|夸大病情|开(具)?假|虚构事实|伪造|(?<!not )(?<!Do not )exaggerate your|make up|forge/i,
  ],
]

describe.each(FORBIDDEN)('no letter holds %s', (_, pattern) => {
  it('in any text', () => {
    expect(texts.filter(({ words }) => pattern.test(words)).map(({ where }) => where)).toEqual([])
  })
})

describe('the warnings', () => {
  it('name these things only to warn of them', () => {
    const says = Object.fromEntries(letterWarnings.map(({ id, says: words }) => [id, words]))
    expect(says['forged-papers']?.['zh-CN']).toContain('请不要用')
    expect(says['fake-help']?.en).toContain('do not stop paying')
    expect(says['personal-account']?.en).toContain('Never')
  })

  it('are all of use', () => {
    const named = new Set(letters.flatMap(({ warnings }) => warnings))
    expect(letterWarnings.filter(({ id }) => !named.has(id))).toEqual([])
  })

  it('stand before every letter that offers, pays or complains', () => {
    const bare = letters.filter(
      ({ group, warnings }) => ['propose', 'complain'].includes(group) && warnings.length === 0,
    )
    expect(bare).toEqual([])
  })
})

describe('every letter', () => {
  it('tells a Chinese reader where it goes and closes as letters do', () => {
    const isForm = (text: string): boolean =>
      /^# .+\n/.test(text) &&
      /include 'to'|致：|尊敬的/.test(text) &&
      /include 'closing'|此致\n敬礼/.test(text)
    const loose = letters.filter(
      ({ group, markdown }) =>
        group !== 'enclosure' && group !== 'people' && !isForm(markdown['zh-CN']),
    )
    expect(loose.map(({ id }) => id)).toEqual([])
  })

  it('says that a deadline it sets is a request', () => {
    const setting = letters.filter(({ markdown }) => /请.{0,20}日内/.test(markdown['zh-CN']))
    const bare = setting.filter(
      ({ markdown }) =>
        !markdown['zh-CN'].includes('并非法定期限') ||
        !markdown.en.includes('not a legal deadline'),
    )
    expect(setting.length).toBeGreaterThan(8)
    expect(bare.map(({ id }) => id)).toEqual([])
  })
})
