import { buildSchedule } from '../../domain/loan/index.ts'
import { UsageError, type Command } from '../command.ts'
import { scheduleJson, scheduleProblemText, scheduleText } from '../report/schedule-report.ts'

/** One loan's contractual schedule. */
export const schedule: Command = {
  takes: 'case',
  name: 'schedule',
  usage: '--loan ID',
  options: { loan: { type: 'string' } },
  run({ facts, locale, options }) {
    const id = options['loan']
    if (id === undefined) throw new UsageError('--loan is missing')
    const loan = facts.loans.find((each) => each.id === id)
    if (loan === undefined) throw new UsageError('--loan names no loan of the case')
    const built = buildSchedule(loan)
    if (!built.ok) {
      const complaint = `${loan.id}: ${scheduleProblemText(built.problem, locale)}`
      return { text: '', json: undefined, complaints: [complaint], status: 1 }
    }
    return {
      text: scheduleText(loan, built.value, locale),
      json: scheduleJson(loan, built.value),
    }
  },
}
