import type { Locale } from '../../domain/case/index.ts'
import type { Citation } from '../../domain/cost/index.ts'
import { articleText } from '../../packs/index.ts'

/** A source on one line; one that was not held against the official text says so. */
export function citationText(citation: Citation, locale: Locale): string {
  const { article, documentNumber, confidence } = citation
  const instrument = citation.instrument[locale]
  const number = documentNumber === null || documentNumber === instrument ? '' : documentNumber
  const place = article === null ? '' : articleText(article, locale)
  const isChecked = confidence === 'verified'
  if (locale === 'zh-CN') {
    const tail = number === '' ? '' : `（${number}）`
    return `《${instrument}》${place}${tail}${isChecked ? '' : '〔请先核对原文〕'}`
  }
  const parts = [instrument, place, number].filter((part) => part !== '')
  return `${parts.join(', ')}${isChecked ? '' : ' [check this first]'}`
}
