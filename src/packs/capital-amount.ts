const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const
/** Each group of four digits has its own word; beyond 亿 they repeat (万亿). */
const GROUPS = ['', '万', '亿', '万亿'] as const

/**
 * An amount in the capitals that Chinese financial papers use (大写金额), without the leading 人民币:
 * 1,409.50 → 壹仟肆佰零玖元伍角. The first of the forms in the People's Bank's rules on filling in
 * bills (支付结算办法, annex 1): 整 closes an amount of whole yuan; zeros in a row are one 零; 元 is
 * followed by 零 where the yuan end in 0 before 角, and where there is 分 without 角.
 * @param fen an amount that is not negative
 * @throws RangeError on anything else
 */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError('capitals take whole fen from 0')
  const yuan = Math.floor(fen / 100)
  const rest = fen % 100
  if (rest === 0) return `${yuan === 0 ? '零' : wholeNumber(yuan)}元整`
  if (yuan === 0) return belowYuan(rest)
  const needsZero = rest < 10 || yuan % 10 === 0
  return `${wholeNumber(yuan)}元${needsZero ? '零' : ''}${belowYuan(rest)}`
}

/** 1–99 fen as 角 and 分, without what is zero. */
function belowYuan(rest: number): string {
  const [jiao, cents] = [Math.floor(rest / 10), rest % 10]
  return `${jiao === 0 ? '' : `${digit(jiao)}角`}${cents === 0 ? '' : `${digit(cents)}分`}`
}

const digit = (value: number): string => DIGITS[value] ?? ''

/** A positive whole number, group by group of four digits; a gap between two groups is one 零. */
function wholeNumber(value: number): string {
  const groups = groupsOf(value)
  let words = ''
  groups.forEach((group, index) => {
    if (group === 0) return
    const isGap = words !== '' && (group < 1000 || groups[index - 1] === 0)
    const unit = GROUPS[groups.length - 1 - index] ?? ''
    words += `${isGap ? '零' : ''}${fourDigits(group)}${unit}`
  })
  return closedAtHundredMillion(words, groups)
}

/** 1,0000,0000,0000 has nothing in its 亿 group, and is 壹万亿 all the same: 万亿 is one word. */
function closedAtHundredMillion(words: string, groups: readonly number[]): string {
  if (groups.length < 4 || (groups[groups.length - 3] ?? 0) === 0) return words
  return words.replace('万亿', '万')
}

function groupsOf(value: number): readonly number[] {
  const groups: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000)
  return groups
}

function fourDigits(group: number): string {
  let words = ''
  let isGap = false
  for (let place = 3; place >= 0; place -= 1) {
    const value = Math.floor(group / 10 ** place) % 10
    if (value === 0) {
      isGap = words !== ''
      continue
    }
    words += `${isGap ? '零' : ''}${digit(value)}${PLACES[place] ?? ''}`
    isGap = false
  }
  return words
}
