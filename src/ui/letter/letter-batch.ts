import type { Case, Locale } from '../../domain/case/index.ts'
import { checkConduct } from '../../domain/conduct/index.ts'
import { letterContext, letterObstacles, letterSubjects } from '../../domain/document/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'
import { markdownToHtml, renderLetter, type Pack } from '../../packs/index.ts'

/** What goes out together with a proposal: the offer to each creditor, and what is enclosed. */
const TOGETHER = ['hardship-proposal', 'statement-of-means', 'schedule-of-creditors'] as const

/** Every letter of a proposal as one document: each begins on a page of its own. */
export function proposalLettersHtml(
  pack: Pack,
  request: {
    readonly facts: Case
    readonly proposal: Proposal
    readonly on: CalendarDate
    readonly locale: Locale
  },
): string {
  const { conduct: rules, meta } = pack
  const conduct = checkConduct({ ...request, rules, utcOffset: meta.utcOffset })
  return TOGETHER.flatMap((name) => pack.letters.filter(({ id }) => id === name))
    .flatMap((letter) =>
      letterSubjects(request.facts, letter).flatMap((subject) => {
        const context = letterContext({ ...request, letter, subject, rules: pack, conduct })
        if (letterObstacles(letter, context).length > 0) return []
        const saved = request.facts.letters.find(
          (kept) =>
            kept.letter === letter.id &&
            kept.loan === subject.loan &&
            kept.locale === request.locale &&
            kept.sent === null,
        )
        return markdownToHtml(saved?.markdown ?? renderLetter(pack, letter.id, context))
      }),
    )
    .map((html) => `<section class="letter">${html}</section>`)
    .join('\n')
}
