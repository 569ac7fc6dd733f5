import { articleText } from './article-text.ts'
import { capitalAmount } from './capital-amount.ts'
import type { Locale } from '../domain/case/index.ts'
import { dateParts, parseDate } from '../domain/kernel/index.ts'
import { escapeMarkdown } from './escape-markdown.ts'

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** How the values of a letter are written in a language. Input of the wrong type throws: the template is wrong. */
export interface LetterFilters {
  /** Fen as yuan: 1,234.56元, ¥1,234.56. */
  readonly money: (fen: unknown) => string
  /** The same, in Chinese followed by the financial capitals: 1,234.56元（人民币壹仟贰佰叁拾肆元伍角陆分）. */
  readonly amount: (fen: unknown) => string
  /** 2026年11月24日, 24 November 2026. */
  readonly date: (date: unknown) => string
  /** A decimal fraction as percent: 0.24 → 24%. */
  readonly percent: (fraction: unknown) => string
  /** 1st, 2nd … in English; the plain number in Chinese. */
  readonly ordinal: (number: unknown) => string
  /** Article numbers: 第25、28条, arts. 25, 28; nothing without one. */
  readonly article: (numbers: unknown) => string
  /** The value, or a blank that says what to write there. */
  readonly fill: (value: unknown, label: unknown) => string
}

export function letterFilters(locale: Locale): LetterFilters {
  return locale === 'zh-CN' ? CHINESE : ENGLISH
}

const percent = (fraction: unknown): string => {
  const value = numberOf(fraction, 'percent') * 100
  return `${String(Number(value.toFixed(2)))}%`
}

const CHINESE: LetterFilters = {
  money: chineseMoney,
  amount: (fen) => `${chineseMoney(fen)}（人民币${capitalAmount(numberOf(fen, 'amount'))}）`,
  date: (date) => {
    const { year, month, day } = partsOf(date)
    return `${String(year)}年${String(month)}月${String(day)}日`
  },
  percent,
  ordinal: (number) => String(numberOf(number, 'ordinal')),
  article: (numbers) => (typeof numbers === 'string' ? articleText(numbers, 'zh-CN') : ''),
  fill: (value, label) => filledIn(value, `【待填写：${String(label)}】`),
}

const ENGLISH: LetterFilters = {
  money: englishMoney,
  amount: englishMoney,
  date: (date) => {
    const { year, month, day } = partsOf(date)
    return `${String(day)} ${ENGLISH_MONTHS[month - 1] ?? ''} ${String(year)}`
  },
  percent,
  ordinal: (number) => {
    const value = numberOf(number, 'ordinal')
    return `${String(value)}${ordinalEnding(value)}`
  },
  article: (numbers) => (typeof numbers === 'string' ? articleText(numbers, 'en') : ''),
  fill: (value, label) => filledIn(value, `[to fill in: ${String(label)}]`),
}

function chineseMoney(fen: unknown): string {
  const { sign, digits } = moneyDigits(fen)
  return `${sign}${digits}元`
}

function englishMoney(fen: unknown): string {
  const { sign, digits } = moneyDigits(fen)
  return `${sign}¥${digits}`
}

function ordinalEnding(value: number): string {
  if (value >= 11 && value <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10] ?? 'th'
}

const filledIn = (value: unknown, blank: string): string => escapeMarkdown(value) || blank

function moneyDigits(fen: unknown): { readonly sign: string; readonly digits: string } {
  const amount = numberOf(fen, 'money')
  if (!Number.isSafeInteger(amount)) throw new TypeError('money takes whole fen')
  const magnitude = Math.abs(amount)
  const whole = String(Math.floor(magnitude / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = String(magnitude % 100).padStart(2, '0')
  return { sign: amount < 0 ? '−' : '', digits: `${whole}.${cents}` }
}

function partsOf(date: unknown) {
  const reading = typeof date === 'string' ? parseDate(date) : null
  if (!reading?.ok) throw new TypeError('date takes a calendar date')
  return dateParts(reading.value)
}

function numberOf(value: unknown, filter: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new TypeError(`${filter} takes a number`)
  return value
}
