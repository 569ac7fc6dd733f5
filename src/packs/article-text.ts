import type { Locale } from '../domain/case/index.ts'

/** A citation's bare article numbers ("25, 28") in words: 第25、28条, arts. 25, 28. */
export function articleText(numbers: string, locale: Locale): string {
  if (locale === 'zh-CN') return `第${numbers.replaceAll(', ', '、')}条`
  return /[,–]/.test(numbers) ? `arts. ${numbers}` : `art. ${numbers}`
}
