const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }

/** Reads an amount in Chinese financial capitals back as fen: the inverse of what letters print. */
export function capitalsToFen(text: string): number {
  const [whole = '', parts = ''] = text.includes('元') ? text.split('元') : ['', text]
  const jiao = /([零壹贰叁肆伍陆柒捌玖])角/.exec(parts)?.[1] ?? '零'
  const cents = /([零壹贰叁肆伍陆柒捌玖])分/.exec(parts)?.[1] ?? '零'
  return readWhole(whole) * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(cents)
}

/** 亿 and 万 multiply all that stands before them. */
function readWhole(text: string): number {
  const split = (unit: string): readonly [string, string] | null => {
    const at = text.lastIndexOf(unit)
    return at === -1 ? null : [text.slice(0, at), text.slice(at + 1)]
  }
  const hundredMillions = split('亿')
  if (hundredMillions !== null)
    return readWhole(hundredMillions[0]) * 100_000_000 + readWhole(hundredMillions[1])
  const tenThousands = split('万')
  if (tenThousands !== null) return readWhole(tenThousands[0]) * 10_000 + readWhole(tenThousands[1])
  let total = 0
  let digit = 0
  for (const sign of text) {
    const place = PLACES[sign]
    if (place === undefined) digit = DIGITS.indexOf(sign)
    else {
      total += digit * place
      digit = 0
    }
  }
  return total + digit
}
