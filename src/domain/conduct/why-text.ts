import type { Locale } from '../case/index.ts'
import type { ConductFinding } from './types.ts'

/** A finding's reason in the pack's words, its values put in for the braces. */
export function whyText({ rule, why }: ConductFinding, locale: Locale): string {
  const words = rule.why[why.code]?.[locale] ?? ''
  return words.replace(/\{(\w+)\}/g, (_, name: string) => why.values[name] ?? '')
}
