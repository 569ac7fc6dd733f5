import { raceTable, type BenchSection } from '../section.ts'
import { races } from './races.ts'
import { scheduleTable, verdictTable } from './verdicts.ts'

/** Schedules, rates and ledgers against the packages that do the same, on the same inputs. */
export const engine: BenchSection = {
  name: 'engine',
  run: async () => [await raceTable('Speed', races, REMARK), verdictTable(), scheduleTable()],
}

/** What a peer that is quicker leaves out. */
const REMARK =
  'loanjs gives amounts alone, and not to the fen (see below): no due dates, fees, day counts or first periods.\nand kept: both from a new copy of the loan and into the same memory; looked at again: ours out of it, loanjs anew.'
