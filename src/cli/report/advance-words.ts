import type { Locale } from '../../domain/case/index.ts'
import type { LoanDiagnosis } from './diagnosis.ts'
import { moneyText } from './text-table.ts'

/** What was kept back when the loan was paid out, and what would be owed on what arrived. */
export function advanceMessage(
  { taken, right }: NonNullable<LoanDiagnosis['advance']>,
  owedNow: LoanDiagnosis['state']['owedNow'],
  locale: Locale,
): string {
  const kept = moneyText(taken.amount, locale)
  const onReceived = moneyText(taken.owedOnReceived, locale)
  const byContract = moneyText(owedNow, locale)
  return locale === 'zh-CN'
    ? `${right.says[locale]}放款时少到手${kept}；按实际到手金额计算，现欠${onReceived}（按合同是${byContract}）。少到手的是不是利息，请对照合同核实。`
    : `${right.says[locale]} ${kept} less was paid out; counted on what arrived, ${onReceived} is owed (${byContract} by the contract). Check in the contract whether what is missing was interest.`
}
