import type { Locale } from '../../domain/case/index.ts'
import type { NoRateReason, RateMethod, SolvedRate } from '../../domain/cost/index.ts'
import { significant } from './decimal-text.ts'

const FEN_A_YUAN = 100

/** An answer as the contract writes it: rates with twelve significant digits, the residual in yuan. */
export const rateJson = (solved: SolvedRate) => ({
  status: solved.status,
  rate: textOrNull(solved.rate),
  nominalAnnual: textOrNull(solved.nominalAnnual),
  effectiveAnnual: textOrNull(solved.effectiveAnnual),
  roots: solved.roots.map(significant),
  residual: significant(solved.residual / FEN_A_YUAN),
  ...(solved.reason === null ? {} : { reason: solved.reason }),
})

const textOrNull = (rate: number | null): string | null =>
  rate === null ? null : significant(rate)

interface Words {
  readonly rate: Readonly<Record<RateMethod, string>>
  readonly nominal: string
  readonly effective: string
  readonly several: string
  readonly none: string
  readonly reasons: Readonly<Record<NoRateReason, string>>
}

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    rate: {
      irr: '每期利率',
      xirr: '实际年化利率',
      'eu-apr': '年费用率（欧盟口径）',
      'us-apr': '年利率（美国Z条例口径）',
      instalment: '每期利率',
    },
    nominal: '年化利率（单利）',
    effective: '实际年化利率（复利）',
    several: '使收支相抵的利率不止一个，上面是最接近零的一个；全部',
    none: '没有这样的利率',
    reasons: {
      'nothing-moves': '没有任何收付',
      'one-way': '只有收款或只有付款',
      'never-balances': '无论利率是多少，收付都不能相抵',
      'beyond-numbers': '利率大得或小得无法表示',
      'too-many-turns': '收付方向变化太多，无法在合理时间内求解',
    },
  },
  en: {
    rate: {
      irr: 'rate per period',
      xirr: 'effective annual rate',
      'eu-apr': 'annual percentage rate of charge (EU)',
      'us-apr': 'annual percentage rate (US Regulation Z)',
      instalment: 'rate per period',
    },
    nominal: 'simple annual rate',
    effective: 'effective annual rate',
    several:
      'more than one rate balances these flows, the one above is nearest to zero; all of them',
    none: 'there is no such rate',
    reasons: {
      'nothing-moves': 'no money moves',
      'one-way': 'money goes one way only',
      'never-balances': 'what is received and what is paid balance at no rate',
      'beyond-numbers': 'it is too large or too small to be written',
      'too-many-turns': 'the flows change direction too often to be solved in good time',
    },
  },
}

export const noRateText = (reason: NoRateReason, locale: Locale): string =>
  WORDS[locale].reasons[reason]

/** A month's rate needs more decimals than a year's. */
const percentText = (rate: number): string => `${(rate * 100).toFixed(4)}%`

/** An answer for people. */
export function rateText(method: RateMethod, solved: SolvedRate, locale: Locale): string {
  const words = WORDS[locale]
  const colon = locale === 'zh-CN' ? '：' : ': '
  if (solved.reason !== null) return `${words.none}${colon}${words.reasons[solved.reason]}`
  const byPeriod = method === 'instalment' || method === 'us-apr'
  return [
    [words.rate[method], solved.rate] as const,
    ...(method === 'instalment' ? [[words.nominal, solved.nominalAnnual] as const] : []),
    ...(byPeriod ? [[words.effective, solved.effectiveAnnual] as const] : []),
  ]
    .filter(([, rate]) => rate !== null)
    .map(([name, rate]) => `${name}${colon}${percentText(rate ?? 0)}`)
    .concat(
      solved.status === 'several'
        ? [`${words.several}${colon}${solved.roots.map(percentText).join(', ')}`]
        : [],
    )
    .join('\n')
}
