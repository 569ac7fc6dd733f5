import type { Formula, Operation, TraceName } from '../../../domain/trace/index.ts'

/** How tightly an expression holds together: what is looser than its surroundings gets brackets. */
type Tightness = 'words' | 'sum' | 'product' | 'whole'

interface Said {
  readonly text: string
  readonly tight: Tightness
}

/** What the words of a formula are made with. */
export interface FormulaWords {
  readonly nameOf: (name: TraceName) => string
  readonly listOf: (name: TraceName) => string
  readonly number: (value: number) => string
  /** `trace.say.…` */
  readonly phrase: (
    key: 'bracket' | 'sum' | 'rows' | 'internalRate' | 'notBelowZero' | WordedOperation,
    values: Readonly<Record<string, string>>,
  ) => string
}

type WordedOperation = 'least' | 'most' | 'days' | 'from'

const ORDER = { words: 0, sum: 1, product: 2, whole: 3 } as const

/** A formula as a line of text. */
export const formulaText = (formula: Formula, words: FormulaWords): string =>
  said(formula, words).text

function said(formula: Formula, words: FormulaWords): Said {
  switch (formula.is) {
    case 'named':
      return { text: words.nameOf(formula.name), tight: 'whole' }
    case 'number':
      return { text: words.number(formula.value), tight: 'whole' }
    case 'fen':
      return said(formula.of, words)
    case 'rows':
      return { text: rowsText(formula, words), tight: 'words' }
    case 'internal-rate':
      return {
        text: words.phrase('internalRate', { list: words.listOf(formula.list) }),
        tight: 'words',
      }
    default:
      return operation(formula.is, formula.of, words)
  }
}

function rowsText(
  { list, each }: Extract<Formula, { readonly is: 'rows' }>,
  words: FormulaWords,
): string {
  const name = words.listOf(list)
  if (each.is === 'named') return words.phrase('sum', { list: name })
  return words.phrase('rows', { list: name, each: formulaText(each, words) })
}

/** A part inside a larger expression, in brackets where it holds together less than it must. */
function inside(part: Formula | undefined, least: Tightness, words: FormulaWords): string {
  if (part === undefined) return ''
  const { text, tight } = said(part, words)
  return ORDER[tight] < ORDER[least] ? words.phrase('bracket', { of: text }) : text
}

/** Signs, and how tightly the first and the other parts have to hold. */
const SIGNS = {
  plus: { sign: '+', first: 'sum', others: 'sum', whole: 'sum' },
  minus: { sign: '−', first: 'sum', others: 'product', whole: 'sum' },
  times: { sign: '×', first: 'product', others: 'product', whole: 'product' },
  over: { sign: '÷', first: 'product', others: 'whole', whole: 'product' },
} as const

function operation(is: Operation, of: readonly Formula[], words: FormulaWords): Said {
  if (is === 'power')
    return { text: `${inside(of[0], 'whole', words)}${exponent(of[1])}`, tight: 'whole' }
  if (is === 'least' || is === 'most' || is === 'days' || is === 'from')
    return { text: worded(is, of, words), tight: 'words' }
  const { sign, first, others, whole } = SIGNS[is]
  const parts = of.map((part, at) => inside(part, at === 0 ? first : others, words))
  return { text: parts.join(` ${sign} `), tight: whole }
}

/** A power is written small: its number where it has one, else n. */
const exponent = (part: Formula | undefined): string =>
  part?.is === 'number'
    ? String(part.value).replaceAll(/\d/g, (digit) => SMALL_DIGITS.charAt(Number(digit)))
    : 'ⁿ'

const SMALL_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function worded(is: WordedOperation, of: readonly Formula[], words: FormulaWords): string {
  const [first, second] = of
  const [a, b] = [inside(first, 'sum', words), inside(second, 'sum', words)]
  const isFloor = is === 'most' && first?.is === 'number' && first.value === 0
  return isFloor ? words.phrase('notBelowZero', { of: b }) : words.phrase(is, { a, b })
}
