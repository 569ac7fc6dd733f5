import type { Locale } from '../../domain/case/index.ts'
import type {
  FactorReason,
  OpenPoint,
  OpenReason,
  Reason,
  ReasonablenessFactor,
} from '../../domain/proposal/index.ts'
import { reasonText, type Words } from './proposal-words.ts'
import { moneyText, percentText } from './text-table.ts'

const FACTOR_REASONS: Words<Exclude<FactorReason, Reason['code']>> = {
  'zh-CN': {
    proportional: '各债权人按比例受偿',
    unequal: '各债权人所得比例不同',
    'within-term': '期限在惯常范围内',
    'beyond-term': '期限超出惯常范围',
    'reserve-kept': '预留的钱没有动用',
    'reserve-broken': '会动用预留的钱',
    'essentials-kept': '基本生活得到保障',
    'essentials-cut': '会挤占基本生活支出',
    'dates-stated': '写明了起止日期、还款日、每期金额和期数',
    'evidence-listed': '说明了困难原因，信中列出相应的证明材料',
    'hardship-not-stated': '还没有填写困难原因，信中无法列出证明材料',
    'asks-stated': '对每位债权人的请求都写得明确',
    'nothing-asked': '按合同还款，不向债权人提出请求',
    'no-review-needed': '时间很短，不需要另约复核日期',
    'survives-often': '模拟中有{part}能坚持到底',
    'survives-seldom': '模拟中只有{part}能坚持到底',
    'nothing-borrowed': '不需要借新债来还',
    'cash-runs-out': '有的月份现金不足，要借新债才能还上',
    'rate-within-limit': '按此还款的实际年化成本最高为{part}，没有超过限度',
    'rate-above-limit': '按此还款的实际年化成本最高为{part}，超过限度',
    'total-above': '总共比今天的欠款多还{amount}',
    'total-equal': '总共正好还清今天的欠款',
    'total-below': '总共比今天的欠款少还{amount}',
  },
  en: {
    proportional: 'creditors are paid in proportion',
    unequal: 'creditors are paid in different proportions',
    'within-term': 'the term is within what is customary',
    'beyond-term': 'the term is longer than is customary',
    'reserve-kept': 'the reserve is left alone',
    'reserve-broken': 'the reserve would be used',
    'essentials-kept': 'basic living costs are covered',
    'essentials-cut': 'basic living costs would be cut',
    'dates-stated': 'first and last day, day of the month, amounts and their number are stated',
    'evidence-listed': 'the hardship is stated, and the letter lists the proofs that go with it',
    'hardship-not-stated':
      'no reason for the hardship is entered, so the letter can list no proofs',
    'asks-stated': 'what each creditor is asked for is stated',
    'nothing-asked': 'the contracts are kept and nothing is asked',
    'no-review-needed': 'it is over too soon to need a date for its review',
    'survives-often': 'finished in {part} of the simulated runs',
    'survives-seldom': 'finished in only {part} of the simulated runs',
    'nothing-borrowed': 'nothing has to be borrowed to pay',
    'cash-runs-out': 'some months could only be paid by borrowing anew',
    'rate-within-limit': 'the dearest deal truly costs {part} a year, within the limit',
    'rate-above-limit': 'the dearest deal truly costs {part} a year, above the limit',
    'total-above': '{amount} more is paid in all than is owed today',
    'total-equal': 'exactly what is owed today is paid in all',
    'total-below': '{amount} less is paid in all than is owed today',
  },
}

const OPEN_REASONS: Words<OpenReason> = {
  'zh-CN': {
    'review-date-open': '还要与债权人约定一个复核日期，比如半年后',
    'not-simulated': '还没有模拟能否坚持到底',
    'no-limit-known': '没有适用的利率限度可以比较',
  },
  en: {
    'review-date-open': 'a date for review, say after half a year, is still to be agreed',
    'not-simulated': 'the chance to finish is not simulated yet',
    'no-limit-known': 'no limit applies that the rate could be held against',
  },
}

/** Why a point scores as it does. */
export function factorText({ reason, amount, part }: ReasonablenessFactor, locale: Locale): string {
  if (!isOwnReason(reason)) return reasonText({ code: reason }, locale)
  return FACTOR_REASONS[locale][reason]
    .replace('{amount}', amount === undefined ? '' : moneyText(amount, locale))
    .replace('{part}', percentText(part ?? null))
}

/** What is still to be settled about a point. */
export const openText = ({ reason }: OpenPoint, locale: Locale): string =>
  OPEN_REASONS[locale][reason]

const isOwnReason = (code: FactorReason): code is Exclude<FactorReason, Reason['code']> =>
  Object.hasOwn(FACTOR_REASONS.en, code)
