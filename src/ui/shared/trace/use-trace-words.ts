import { useI18n } from 'vue-i18n'
import type { Formula, Trace, TraceName, TraceValue } from '../../../domain/trace/index.ts'
import { useFormat } from '../use-format.ts'
import { formulaText } from './formula-words.ts'

const MOST_DIGITS = 6

/** The decimals that a percentage needs to be told exactly, up to six. */
function digitsOf(value: number): number {
  for (let digits = 0; digits < MOST_DIGITS; digits += 1) {
    const shifted = value * 100 * 10 ** digits
    if (Math.abs(shifted - Math.round(shifted)) < 1e-7 * Math.max(1, Math.abs(shifted)))
      return digits
  }
  return MOST_DIGITS
}

/** A trace in words: its formulas with names, and with the numbers put in. */
export function useTraceWords() {
  const { t } = useI18n()
  const { money, date, percent, number } = useFormat()

  function amountText(value: Extract<TraceValue, { unit: 'money' | 'days' | 'months' | 'times' }>) {
    if (value.unit === 'money') return money(value.fen)
    if (value.unit === 'times') return number(value.count)
    return t(`trace.unit.${value.unit}`, { n: value.count }, value.count)
  }

  function valueText(value: TraceValue): string {
    switch (value.unit) {
      case 'date':
        return date(value.on)
      case 'ratio': {
        const share = Number(value.numerator) / Number(value.denominator)
        return percent(share, digitsOf(share))
      }
      case 'rate':
        return percent(value.value, value.per === 'month' ? 4 : 2)
      case 'code':
        return t(`trace.code.${value.code}`)
      case 'text':
        return value.text
      default:
        return amountText(value)
    }
  }

  const nameText = (name: TraceName): string => t(`trace.name.${name}`)

  const say = (formula: Formula, nameOf: (name: TraceName) => string): string =>
    formulaText(formula, {
      nameOf,
      number,
      listOf: nameText,
      phrase: (key, values) => t(`trace.say.${key}`, values),
    })

  /** Every line of a trace: its steps, then the figure. */
  function linesOf(trace: Trace) {
    const known = new Map(trace.inputs.map(({ name, value }) => [name, value]))
    const line = (title: string, formula: Formula, value: TraceValue) => {
      const words = say(formula, nameText)
      const numbers = say(formula, (name) => {
        const given = known.get(name)
        return given === undefined ? nameText(name) : valueText(given)
      })
      return { title, words, numbers: numbers === words ? null : numbers, value: valueText(value) }
    }
    const steps = trace.steps.map(({ name, formula, value }) => {
      const told = line(nameText(name), formula, value)
      known.set(name, value)
      return told
    })
    return [...steps, line(t(`trace.figure.${trace.figure}`), trace.formula, trace.value)]
  }

  return { linesOf, nameText, valueText }
}
