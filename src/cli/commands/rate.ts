import { MOST_TURNS, solveRate } from '../../domain/cost/index.ts'
import { DEFAULT_LOCALE, type CommandOutput, type FileCommand } from '../command.ts'
import { noticeLine, showNotice } from '../notice-messages.ts'
import { readRequests } from '../rates/read-requests.ts'
import { readJsonFile } from '../read-case-file.ts'
import { noRateText, rateJson, rateText } from '../report/rate-report.ts'

/** The true rate of any cash flows: no case is needed. */
export const rate: FileCommand = {
  takes: 'file',
  name: 'rate',
  usage: '',
  options: {},
  run({ file, chosenLocale }) {
    const locale = chosenLocale ?? DEFAULT_LOCALE
    const json = readJsonFile(file)
    const reading = json.ok
      ? readRequests(json.value)
      : { ok: false as const, problems: [json.problem] }
    if (!reading.ok)
      return refusal(reading.problems.map((problem) => noticeLine(showNotice(problem, locale))))
    const { requests, isList } = reading
    const answers = requests.map((request) => ({ request, solved: solveRate(request) }))
    const tangled = answers.flatMap(({ solved: { reason } }, n) =>
      reason === 'too-many-turns'
        ? [
            `${isList ? `$[${String(n)}]` : '$'}: ${noRateText(reason, locale)} (> ${String(MOST_TURNS)})`,
          ]
        : [],
    )
    if (tangled.length > 0) return refusal(tangled)
    const all = answers.map(({ solved }) => rateJson(solved))
    return {
      text: answers
        .map(({ request, solved }) => rateText(request.method, solved, locale))
        .join('\n\n'),
      json: isList ? all : all[0],
    }
  },
}

/** A file that can't be answered: what is wrong on stderr and nothing on stdout, not even with `--json`. */
const refusal = (complaints: readonly string[]): CommandOutput => ({
  text: '',
  json: undefined,
  complaints,
  status: 1,
})
