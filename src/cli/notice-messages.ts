import type { Locale } from '../domain/case/index.ts'
import type {
  CaseProblem,
  CaseProblemCode,
  CaseWarning,
  CaseWarningCode,
} from '../storage/case-file/index.ts'

type Code = CaseProblemCode | CaseWarningCode

const CHINESE: Readonly<Record<Code, string>> = {
  'unreadable-file': '无法读取该文件',
  'empty-file': '文件是空的',
  'file-too-large': '文件超过 {megabytes} MB，不予读取',
  'not-utf8': '文件不是 UTF-8 编码的文本',
  'not-json': '不是完整的 JSON（第 {line} 行附近）',
  'too-deep': '嵌套超过 {max} 层',
  'too-many-values': '数据超过 {max} 项',
  'too-many-problems': '问题太多，无法逐一列出',
  'duplicate-key': '同一个字段出现了两次',
  'forbidden-key': '不允许使用这个字段名',
  'not-a-case-file': '不是案件文件（format 应为 "respite-case"）',
  'newer-version': '文件版本 {version} 比本程序支持的版本 {known} 更新，请先升级程序',
  missing: '缺少必填内容',
  empty: '不能为空',
  'wrong-type': '类型应为 {expected}，实际为 {received}',
  'not-one-of': '只能是：{allowed}',
  'not-a-code': '代码格式不正确',
  'not-an-amount': '不是金额（应为十进制文本，如 "12000.00"）',
  'not-a-number': '不是数字（应为十进制文本，如 "0.24"）',
  'too-many-decimals': '小数位数过多',
  'too-large': '数值过大',
  'too-long': '文本超过 {max} 个字符',
  negative: '不能为负数',
  'not-a-date': '不是日期（应为 YYYY-MM-DD）',
  'no-such-day': '日历上没有这一天',
  'not-a-moment': '不是带时区偏移的时间（如 2026-11-20T21:40:00+08:00）',
  'not-a-digest': '不是 SHA-256（应为 64 位十六进制）',
  'not-whole': '应为整数',
  'out-of-range': '应在 {min} 到 {max} 之间',
  'duplicate-id': '编号与 {first} 重复',
  'unknown-reference': '在 {list} 中找不到所引用的编号',
  'refers-to-itself': '不能引用自身',
  'end-before-start': '结束日期早于开始日期',
  'before-disbursement': '早于放款日',
  'more-than-principal': '到手金额大于本金',
  'low-above-high': '最低值大于最高值',
  'not-numbered': '期数应从 1 起连续编号，此处应为 {expected}',
  'not-rising': '日期应晚于上一期',
  'unknown-field': '不认识的字段，将原样保留',
  'inexact-number': '数字位数过多，无法精确保留',
  'schedule-sum': '还款计划的本金合计与贷款本金不一致',
  'payment-before-disbursement': '还款日早于放款日',
}

const ENGLISH: Readonly<Record<Code, string>> = {
  'unreadable-file': 'the file cannot be read',
  'empty-file': 'the file is empty',
  'file-too-large': 'the file is larger than {megabytes} MB and is not read',
  'not-utf8': 'the file is not UTF-8 text',
  'not-json': 'not complete JSON (near line {line})',
  'too-deep': 'nested deeper than {max} levels',
  'too-many-values': 'more than {max} values',
  'too-many-problems': 'too many problems to list',
  'duplicate-key': 'the same field appears twice',
  'forbidden-key': 'this field name is not allowed',
  'not-a-case-file': 'not a case file (format must be "respite-case")',
  'newer-version':
    'the file has version {version}, this program knows versions up to {known}: update the program first',
  missing: 'is required',
  empty: 'must not be empty',
  'wrong-type': 'must be {expected}, is {received}',
  'not-one-of': 'must be one of: {allowed}',
  'not-a-code': 'is not a well-formed code',
  'not-an-amount': 'is not an amount (a decimal string such as "12000.00")',
  'not-a-number': 'is not a number (a decimal string such as "0.24")',
  'too-many-decimals': 'has too many decimals',
  'too-large': 'is too large',
  'too-long': 'is longer than {max} characters',
  negative: 'must not be negative',
  'not-a-date': 'is not a date (YYYY-MM-DD)',
  'no-such-day': 'the calendar has no such day',
  'not-a-moment': 'is not a moment with an offset (such as 2026-11-20T21:40:00+08:00)',
  'not-a-digest': 'is not a SHA-256 (64 hexadecimal digits)',
  'not-whole': 'must be a whole number',
  'out-of-range': 'must be between {min} and {max}',
  'duplicate-id': 'repeats the id of {first}',
  'unknown-reference': 'refers to an id that is not in {list}',
  'refers-to-itself': 'must not refer to itself',
  'end-before-start': 'ends before it starts',
  'before-disbursement': 'is before the day the loan was paid out',
  'more-than-principal': 'is more than the principal',
  'low-above-high': 'the low value is above the high one',
  'not-numbered': 'rows are numbered from 1 without gaps: {expected} is expected here',
  'not-rising': 'must be later than the row before',
  'unknown-field': 'unknown field, kept as it is',
  'inexact-number': 'has too many digits to be kept exactly',
  'schedule-sum': 'the principal of the schedule does not add up to the principal of the loan',
  'payment-before-disbursement': 'the payment is before the day the loan was paid out',
}

const MESSAGES = { 'zh-CN': CHINESE, en: ENGLISH } as const

export interface ShownNotice {
  readonly path: string
  readonly code: Code
  readonly message: string
}

/** A problem or warning in words. */
export const showNotice = (
  { code, path, values }: CaseProblem | CaseWarning,
  locale: Locale,
): ShownNotice => ({
  path,
  code,
  message: MESSAGES[locale][code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ''),
  ),
})

/** One line: the path, then what is wrong there. */
export const noticeLine = ({ path, message }: ShownNotice): string => `${path}: ${message}`
