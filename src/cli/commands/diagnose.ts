import type { Command } from '../command.ts'
import { diagnose as diagnosisOf } from '../report/diagnosis.ts'
import { diagnosisJson } from '../report/diagnosis-json.ts'
import { diagnosisText } from '../report/diagnosis-text.ts'

/** What is owed, what it costs, what is affordable. */
export const diagnose: Command = {
  takes: 'case',
  name: 'diagnose',
  usage: '',
  options: {},
  async run(context) {
    const diagnosis = diagnosisOf(context, await context.pack())
    return {
      text: diagnosisText(context, diagnosis),
      json: diagnosisJson(context, diagnosis),
    }
  },
}
