import { useI18n } from 'vue-i18n'
import type {
  ConductTag,
  ContactChannel,
  ContactDirection,
  ContactParty,
  LoanKind,
  RepaymentMethod,
} from '../../domain/case/index.ts'
import type { RatePeriod } from '../../domain/kernel/index.ts'
import type { ColumnName, TableName } from './table.ts'

/** The words of tables, in the language on the screen. */
export interface TableWords {
  readonly table: (name: TableName) => string
  readonly column: (name: ColumnName) => string
  readonly kind: (kind: LoanKind) => string
  readonly method: (method: RepaymentMethod) => string
  readonly period: (period: RatePeriod) => string
  readonly direction: (direction: ContactDirection) => string
  readonly channel: (channel: ContactChannel) => string
  readonly party: (party: ContactParty) => string
  readonly tag: (tag: ConductTag) => string
  readonly yesNo: (value: boolean) => string
}

export function useTableWords(): TableWords {
  const { t } = useI18n()
  return {
    table: (name) => t(`tables.table.${name}`),
    column: (name) => t(`tables.column.${name}`),
    kind: (kind) => t(`shared.loanKind.${kind}`),
    method: (method) => t(`shared.method.${method}`),
    period: (period) => t(`shared.period.${period}`),
    direction: (direction) => t(`contacts.direction.${direction}`),
    channel: (channel) => t(`contacts.channel.${channel}`),
    party: (party) => t(`contacts.party.${party}`),
    tag: (tag) => t(`contacts.tag.${tag}`),
    yesNo: (value) => t(value ? 'tables.yes' : 'tables.no'),
  }
}
