import type { Locale } from '../../domain/case/index.ts'
import type { Arrangement, Concession, Reason, Strategy } from '../../domain/proposal/index.ts'
import { moneyText } from './text-table.ts'

export type Words<Code extends string | number> = Readonly<
  Record<Locale, Readonly<Record<Code, string>>>
>

export const STRATEGY_WORDS: Words<Strategy> = {
  'zh-CN': {
    'status-quo': '按合同全部还清',
    'pro-rata': '按欠款比例分配',
    'personalised-instalment': '个性化分期',
  },
  en: {
    'status-quo': 'Everything by the contracts',
    'pro-rata': 'Shared in proportion to the balances',
    'personalised-instalment': 'Personalised instalments',
  },
}

export const ARRANGEMENT_WORDS: Words<Arrangement> = {
  'zh-CN': { 'keep-paying': '按合同还', instalment: '协商分期' },
  en: { 'keep-paying': 'as agreed', instalment: 'instalments' },
}

export const CONCESSION_WORDS: Words<Concession> = {
  'zh-CN': {
    0: '不需要债权人让步',
    1: '请债权人延长期限',
    2: '请债权人允许延后开始还款',
    3: '请债权人减免罚息和违约金',
    4: '请债权人停止计息',
    5: '请债权人减免本金',
  },
  en: {
    0: 'nothing is asked of creditors',
    1: 'creditors are asked for a longer term',
    2: 'creditors are asked to let payments start later',
    3: 'creditors are asked to waive penalty interest and late fees',
    4: 'creditors are asked to stop interest',
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
  },
}

/** A reason in a sentence. */
export function reasonText(reason: Reason, locale: Locale): string {
  const values: Readonly<Record<string, string>> = {
    month: reason.month ?? '',
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
