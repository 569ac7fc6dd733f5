import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PrintDocument } from '../../contract/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import { escapeMarkdown, markdownToHtml } from '../../packs/index.ts'
import { useDayStore, useFiguresStore } from '../../stores/index.ts'
import { useFormat } from '../shared/use-format.ts'
import type { MatrixRow, NextDate } from './matrix-rows.ts'

/** The words of a row's cells, on the screen and on paper. */
export function useMatrixWords() {
  const { t } = useI18n()
  const { date } = useFormat()
  const nextWords = (next: NextDate | null): { on: string; what: string } =>
    next === null
      ? { on: t('overview.loans.none'), what: '' }
      : { on: date(next.on), what: t(`overview.nextDate.${next.what}`) }
  const talksWords = ({ talks }: MatrixRow): string =>
    talks === null ? t('overview.loans.none') : t(`talks.stage.${talks}`)
  return { nextWords, talksWords }
}

/** The table of all loans as one page to print. */
export function useMatrixPage(
  rows: ComputedRef<readonly MatrixRow[]>,
  {
    names,
    step,
  }: { readonly names: ComputedRef<ReadonlyMap<string, string>>; readonly step: () => string },
) {
  const { t } = useI18n()
  const { money, date, locale } = useFormat()
  const days = useDayStore()
  const figures = useFiguresStore()
  const { nextWords, talksWords } = useMatrixWords()

  const heads = (): readonly string[] => [
    t('shared.loanTable.lender'),
    t('shared.loanTable.owed'),
    t('shared.loanTable.late'),
    t('overview.loans.next'),
    t('overview.loans.talks'),
    t('overview.loans.task'),
  ]
  const cells = (row: MatrixRow): readonly string[] => {
    const { on, what } = nextWords(row.next)
    return [
      names.value.get(row.id) ?? row.id,
      money(row.state.owedNow),
      t('overview.print.days', { n: row.state.overdueDays }),
      [on, what].filter((part) => part !== '').join(' '),
      talksWords(row),
      t(`overview.task.${row.task}`),
    ]
  }
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
  const markdown = (on: CalendarDate): string =>
    [
      `# ${t('overview.print.title')}`,
      t('overview.print.lead', { date: date(on) }),
      [
        line(heads()),
        line(['---', '---:', '---:', '---', '---', '---']),
        ...rows.value.map((row) => line(cells(row).map(escapeMarkdown))),
        line([t('overview.print.total'), money(figures.totals.owedNow), '', '', '', '']),
      ].join('\n'),
      escapeMarkdown(t('overview.print.next', { text: step() })),
      t('overview.print.private'),
    ].join('\n\n')

  return computed<PrintDocument>(() => ({
    title: t('overview.print.title'),
    locale: locale.value,
    html: markdownToHtml(markdown(days.day)),
  }))
}
