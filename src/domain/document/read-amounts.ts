import { fen, type Fen } from '../kernel/index.ts'

const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }
const MULTIPLES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
}

/** A number in digits, with what stands before and after it. */
const WRITTEN = /([¥￥]|\brmb)?\s*(\d[\d,]*(?:\.\d+)?)\s*([a-z%]+|[\u4e00-\u9fff])?/gi
/** A number in Chinese characters that has a unit of its own or is followed by one of money. */
const SPOKEN = /([零一二两三四五六七八九十百千万]+)(元|块)?/g

const MONEY_AFTER =
  /^(元|块|百|千|万|yuan|rmb|k|w|a|per|each|every|now|today|on|at|for|and|monthly)$/i

/** A longer number without a sign of money is a telephone or contract number. */
const LARGEST_BARE = 999_999

/**
 * The amounts of money that a sentence names, in digits (1,200元, ¥1200, 0.3万) or Chinese numerals
 * (一千二, 三百块). A number that counts days, dates, instalments or percent is none. Simple rules:
 * what is not recognised is left out, never guessed.
 */
export function readAmounts(text: string): readonly Fen[] {
  const written = [...text.matchAll(WRITTEN)].flatMap(([, mark, digits = '', after = '']) => {
    const value = Number(digits.replaceAll(',', ''))
    const isBare = after === '' && value >= 100 && value <= LARGEST_BARE
    const isMoney = mark !== undefined || MONEY_AFTER.test(after) || isBare
    return isMoney ? fenOf(value * (MULTIPLES[after.toLowerCase()] ?? 1)) : []
  })
  const spoken = [...text.matchAll(SPOKEN)].flatMap(([, words = '', money]) =>
    /[一二两三四五六七八九十]/.test(words) && (money !== undefined || /[百千万]/.test(words))
      ? fenOf(spokenNumber(words))
      : [],
  )
  return [...written, ...spoken]
}

/** Yuan as fen; what is typed may have any number of decimals, so it is cut to whole fen. */
function fenOf(yuan: number): Fen[] {
  const amount = Math.trunc(yuan * 100 + 1e-6)
  return Number.isSafeInteger(amount) && amount > 0 ? [fen(amount)] : []
}

/** 一千二百三十 → 1230, 一千二 → 1200, 两万 → 20000. */
function spokenNumber(words: string): number {
  let total = 0
  let section = 0
  let digit = 0
  let lastUnit = 1
  let afterZero = false
  for (const word of words) {
    const unit = UNITS[word]
    if (unit === undefined) {
      digit = word === '两' ? 2 : DIGITS.indexOf(word)
      afterZero ||= digit === 0
      continue
    }
    if (unit === 10_000) {
      total = (total + section + digit) * unit
      section = 0
    } else section += (digit === 0 ? 1 : digit) * unit
    digit = 0
    lastUnit = unit
    afterZero = false
  }
  const tail = afterZero || lastUnit === 1 || lastUnit === 10 ? digit : (digit * lastUnit) / 10
  return total + section + tail
}
