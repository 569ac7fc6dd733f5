import { useI18n } from 'vue-i18n'
import type { OpenPoint, Reason, ReasonablenessFactor } from '../../domain/proposal/index.ts'
import { useFormat } from '../shared/use-format.ts'

type ReasonValue = 'month' | 'on' | 'amount' | 'months'

/** The values without which a reason is told in its shorter wording. */
const NEEDED: Readonly<Record<Reason['code'], readonly ReasonValue[]>> = {
  'below-reserve': ['month', 'amount'],
  'nothing-affordable': ['amount'],
  'longer-than-allowed': ['amount'],
  'never-clears': [],
  'over-affordable': ['amount'],
  'within-affordable': ['amount'],
  'interest-not-covered': ['amount'],
  'loan-without-schedule': [],
  'below-reserve-on': ['on', 'amount'],
  'stop-gap': ['months'],
  'no-offer': [],
  'search-stopped': [],
  'ask-moratorium': [],
  'ask-hardship-relief': [],
  'ask-legal-aid': [],
}

/** Reason codes and factors of a proposal, in the words of the current language. */
export function useReasonWords(loanName: (loan: string) => string) {
  const { t } = useI18n()
  const { date, money, month, months, percent } = useFormat()

  /** One reason as a sentence, with its values where it carries them. */
  function reasonWords(reason: Reason): string {
    const isFull = NEEDED[reason.code].every((value) => reason[value] !== undefined)
    return t(`proposals.reason.${reason.code}.${isFull ? 'full' : 'bare'}`, {
      loan: reason.loan === undefined ? t('proposals.reason.someLoan') : loanName(reason.loan),
      on: reason.on === undefined ? '' : date(reason.on),
      month: reason.month === undefined ? '' : month(reason.month),
      amount: reason.amount === undefined ? '' : money(reason.amount),
      months: reason.months === undefined ? '' : months(reason.months),
    })
  }

  const factorName = ({ name }: Pick<ReasonablenessFactor, 'name'>): string =>
    t(`proposals.factor.name.${name}`)

  const factorReason = ({ reason, amount, part }: ReasonablenessFactor): string =>
    t(`proposals.factor.reason.${reason}`, {
      amount: amount === undefined ? '' : money(amount),
      part: part === undefined ? '' : percent(part),
    })

  /** What is to be settled about a point before the proposal is sent. */
  const openReason = ({ reason }: OpenPoint): string => t(`proposals.factor.open.reason.${reason}`)

  return { reasonWords, factorName, factorReason, openReason }
}
