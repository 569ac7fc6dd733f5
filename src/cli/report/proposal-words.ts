import type { Locale } from '../../domain/case/index.ts'
import {
  cutRateOf,
  type LoanProposal,
  type Arrangement,
  type Concession,
  type Reason,
  type RecommendationReason,
  type Standing,
  type Strategy,
} from '../../domain/proposal/index.ts'
import { moneyText, percentText } from './text-table.ts'

export type Words<Code extends string | number> = Readonly<
  Record<Locale, Readonly<Record<Code, string>>>
>

export const STRATEGY_WORDS: Words<Strategy> = {
  'zh-CN': {
    'status-quo': '按合同全部还清',
    'optimal-now': '现有条件下花钱最少',
    optimal: '让步最少、花钱最少',
    avalanche: '先还利率最高的',
    snowball: '先还欠款最少的',
    'own-order': '按自己排的顺序还',
    'pro-rata': '按欠款比例分配',
    'pro-rata-contractual': '按合同月供比例分配',
    'personalised-instalment': '个性化分期',
    deferral: '延后开始还款',
    'penalty-waiver': '减免罚息和违约金',
    'interest-cut': '降低利率后分期',
    settlement: '接受一次性结清的条件',
    token: '先象征性还一点',
  },
  en: {
    'status-quo': 'Everything by the contracts',
    'optimal-now': 'Cheapest on the terms there are',
    optimal: 'Least asked, then cheapest',
    avalanche: 'Dearest loan first',
    snowball: 'Smallest loan first',
    'own-order': 'In your own order',
    'pro-rata': 'Shared in proportion to the balances',
    'pro-rata-contractual': 'Shared in proportion to the contract payments',
    'personalised-instalment': 'Personalised instalments',
    deferral: 'Payments put off',
    'penalty-waiver': 'Penalty and late fees waived',
    'interest-cut': 'Interest at a lower rate',
    settlement: 'Settlement offers taken up',
    token: 'Token payments for now',
  },
}

export const RECOMMENDATION_WORDS: Words<RecommendationReason> = {
  'zh-CN': {
    only: '按现在的收支，只有它每个月都还得起',
    contract: '按合同还就还得起，不需要任何人让步',
    surest: '有的方案要求更少或总额更低，但坚持到底的机会小得多',
    'least-asked': '在还得起的方案里，它对债权人要求最少',
    cheapest: '要求不比别的方案多，总额最低',
    'by-objective': '要求不比别的方案多，最合您选的标准',
    tie: '没有方案要求更少或总额更低；有一个与它相当',
  },
  en: {
    only: 'with this budget it is the only one that can be kept every month',
    contract: 'the contracts can be kept, and nobody has to give anything up',
    surest: 'others ask less or cost less, but are much less likely to be finished',
    'least-asked': 'of those that can be kept it asks the least of creditors',
    cheapest: 'it asks no more than the others and costs the least',
    'by-objective': 'it asks no more than the others and does best by what you chose',
    tie: 'none asks less or costs less; another one equals it',
  },
}

const ARRANGEMENT_WORDS: Words<Arrangement> = {
  'zh-CN': {
    'keep-paying': '按合同还',
    'catch-up': '分次补上逾期',
    instalment: '协商分期',
    extension: '延长期限',
    deferral: '延后再分期',
    'penalty-waiver': '减免罚息违约金',
    'interest-cut': '停息分期',
    settlement: '结清',
    token: '象征性还款',
  },
  en: {
    'keep-paying': 'as agreed',
    'catch-up': 'arrears caught up in parts',
    instalment: 'instalments',
    extension: 'longer term',
    deferral: 'put off, then instalments',
    'penalty-waiver': 'penalty waived',
    'interest-cut': 'interest stopped',
    settlement: 'settled',
    token: 'token payments',
  },
}

const CUT_WORDS: Readonly<Record<Locale, string>> = {
  'zh-CN': '年利率降到{rate}',
  en: 'interest cut to {rate} a year',
}

/** How a loan is repaid; a cut in interest says to which rate. */
export function arrangementText({ arrangement, ask }: LoanProposal, locale: Locale): string {
  const rate = arrangement === 'interest-cut' ? cutRateOf(ask.target) : null
  return rate === null
    ? ARRANGEMENT_WORDS[locale][arrangement]
    : CUT_WORDS[locale].replace('{rate}', percentText(rate))
}

export const STANDING_WORDS: Words<Standing> = {
  'zh-CN': { contract: '合同本来的条件', offer: '债权人提出过', ask: '需要去谈' },
  en: { contract: 'the contract', offer: 'offered by the creditor', ask: 'still to be asked' },
}

export const CONCESSION_WORDS: Words<Concession> = {
  'zh-CN': {
    0: '不需要债权人让步',
    1: '请债权人延长期限',
    2: '请债权人允许延后开始还款',
    3: '请债权人减免罚息和违约金',
    4: '请债权人降低利率或停止计息',
    5: '请债权人减免本金',
  },
  en: {
    0: 'nothing is asked of creditors',
    1: 'creditors are asked for a longer term',
    2: 'creditors are asked to let payments start later',
    3: 'creditors are asked to waive penalty interest and late fees',
    4: 'creditors are asked to cut or stop interest',
    5: 'creditors are asked to reduce the principal',
  },
}

const REASONS: Words<Reason['code']> = {
  'zh-CN': {
    'below-reserve': '{month}的现金会低于预留{amount}',
    'nothing-affordable': '收入扣除生活支出后，没有可以用来还债的钱',
    'longer-than-allowed': '在可以协商的最长期限内还不清，每月还差{amount}',
    'never-clears': '{loan}按最低还款额永远还不清',
    'over-affordable': '最多的一个月比可承受的金额多{amount}',
    'within-affordable': '每个月都不超过可承受的金额',
    'interest-not-covered': '{loan}的还款不够支付利息',
    'loan-without-schedule': '{loan}缺少期数，无法计算',
    'below-reserve-on': '{on}那天的现金会低于预留{amount}',
    'stop-gap': '这只是最多{months}个月的过渡，不能还清欠款',
    'no-offer': '没有债权人提出过还能接受的结清条件',
    'search-stopped': '计算到了时间上限，可能还有更省的办法',
    'ask-moratorium': '可以先请债权人暂停催收和计息一段时间',
    'ask-hardship-relief': '可以到街道或社区询问低保、临时救助等困难帮扶',
    'ask-legal-aid': '可拨打12348咨询，并询问是否符合法律援助条件',
  },
  en: {
    'below-reserve': 'cash would fall {amount} below the reserve in {month}',
    'nothing-affordable': 'after living costs nothing is left to pay debts with',
    'longer-than-allowed':
      'not cleared within the longest term that may be asked; {amount} a month is missing',
    'never-clears': '{loan} is never cleared by its minimum payment',
    'over-affordable': 'the highest month is {amount} more than is affordable',
    'within-affordable': 'every month is within what is affordable',
    'interest-not-covered': 'the payments on {loan} do not cover its interest',
    'loan-without-schedule': '{loan} has no number of instalments and cannot be computed',
    'below-reserve-on': 'cash would fall {amount} below the reserve on {on}',
    'stop-gap': 'a stop-gap for up to {months} months: it does not clear the debt',
    'no-offer': 'no creditor has made a settlement offer that can still be taken up',
    'search-stopped': 'the search ran out of time; something cheaper may exist',
    'ask-moratorium': 'creditors can be asked for a pause of collection and interest first',
    'ask-hardship-relief':
      'the sub-district or community office can say what hardship relief there is',
    'ask-legal-aid': '12348 gives free legal advice and says who qualifies for legal aid',
  },
}

/** A reason in a sentence. */
export function reasonText(reason: Reason, locale: Locale): string {
  const values: Readonly<Record<string, string>> = {
    month: reason.month ?? '',
    on: reason.on ?? '',
    amount: reason.amount === undefined ? '' : moneyText(reason.amount, locale),
    loan: reason.loan ?? '',
    months: reason.months === undefined ? '' : String(reason.months),
  }
  return wordsOf(REASONS[locale], reason.code).replace(
    /\{(\w+)\}/g,
    (_, name: string) => values[name] ?? '',
  )
}

const wordsOf = <Code extends string>(words: Readonly<Record<Code, string>>, code: Code): string =>
  words[code]
