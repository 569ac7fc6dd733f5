import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CalendarDate, CalendarMonth, Fen } from '../../domain/kernel/index.ts'
import { formatsOf, type AppLocale } from '../../i18n/format.ts'
import { hidesAmounts } from './discretion.ts'

/** Stands for any amount while amounts are hidden: its length says nothing. */
const HIDDEN = '¥ ••••'

/** Money, dates and numbers in the language on the screen; each follows a change of language. */
export function useFormat() {
  const { locale: current } = useI18n()
  const locale = computed<AppLocale>(() => (current.value === 'en' ? 'en' : 'zh-CN'))
  const formats = computed(() => formatsOf(locale.value))
  return {
    locale,
    money: (amount: Fen): string => (hidesAmounts.value ? HIDDEN : formats.value.money(amount)),
    /** Without the currency mark, to be typed over: never hidden, or a hidden amount would be saved. */
    moneyTyped: (amount: Fen): string => formats.value.moneyPlain(amount),
    /** Without the currency mark. */
    moneyPlain: (amount: Fen): string =>
      hidesAmounts.value ? HIDDEN : formats.value.moneyPlain(amount),
    /** Whole yuan, for the ticks of an axis. */
    moneyRound: (amount: number): string =>
      hidesAmounts.value ? HIDDEN : formats.value.moneyRound(amount),
    date: (date: CalendarDate): string => formats.value.date(date),
    month: (month: CalendarMonth | CalendarDate): string => formats.value.month(month),
    /** 0.24 → 24%; `digits` fixes the decimals. */
    percent: (ratio: number, digits?: number): string => formats.value.percent(ratio, digits),
    number: (value: number): string => formats.value.number(value),
    months: (count: number): string => formats.value.months(count),
  }
}
