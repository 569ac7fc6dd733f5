export const APP_LOCALES = ['zh-CN', 'en'] as const
export type AppLocale = (typeof APP_LOCALES)[number]

/** English here is that of readers in China: days before months, so no date is read the wrong way round. */
const INTL_LOCALES: Readonly<Record<AppLocale, string>> = { 'zh-CN': 'zh-CN', en: 'en-GB' }

export interface Formats {
  /** Fen as yuan with the currency's mark, always two decimals. */
  readonly money: (fen: number) => string
  readonly moneyPlain: (fen: number) => string
  /** Fen as whole yuan: for axes, where the fen say nothing. */
  readonly moneyRound: (fen: number) => string
  /** YYYY-MM-DD in words. */
  readonly date: (date: string) => string
  /** The month of YYYY-MM or YYYY-MM-DD. */
  readonly month: (month: string) => string
  readonly percent: (ratio: number, digits?: number) => string
  readonly number: (value: number) => string
  readonly months: (count: number) => string
}

const known = new Map<AppLocale, Formats>()

/** The formats of a language; made once, since Intl's are dear to make. */
export function formatsOf(locale: AppLocale): Formats {
  const made = known.get(locale) ?? makeFormats(locale)
  known.set(locale, made)
  return made
}

function makeFormats(locale: AppLocale): Formats {
  const name = INTL_LOCALES[locale]
  const numberFormat = (options: Intl.NumberFormatOptions = {}) => {
    const format = new Intl.NumberFormat(name, options)
    // Screen fonts draw the hyphen too short to be seen before a figure.
    return (value: number): string => format.format(value).replace('-', '−')
  }
  const currency = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' } as const
  const money = numberFormat(currency)
  const plain = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const round = numberFormat({ ...currency, maximumFractionDigits: 0 })
  const percent = numberFormat({ style: 'percent', maximumFractionDigits: 2 })
  return {
    money: (fen) => money(fen / 100),
    moneyPlain: (fen) => plain(fen / 100),
    moneyRound: (fen) => round(fen / 100),
    ...dateFormats(locale, name),
    percent: (ratio, digits) =>
      digits === undefined
        ? percent(ratio)
        : numberFormat({
            style: 'percent',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          })(ratio),
    number: numberFormat(),
    months: numberFormat({ style: 'unit', unit: 'month', unitDisplay: 'long' }),
  }
}

function dateFormats(locale: AppLocale, name: string): Pick<Formats, 'date' | 'month'> {
  const word = locale === 'en' ? 'short' : 'long'
  // UTC on both sides: a calendar day has no time zone to be moved by.
  const date = new Intl.DateTimeFormat(name, {
    year: 'numeric',
    month: word,
    day: 'numeric',
    timeZone: 'UTC',
  })
  const month = new Intl.DateTimeFormat(name, { year: 'numeric', month: word, timeZone: 'UTC' })
  const moment = (text: string): number =>
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)) || 1)
  return {
    date: (text) => date.format(moment(text)),
    month: (text) => month.format(moment(text)),
  }
}
