import { readFileSync } from 'node:fs'
import { Bench } from 'tinybench'
import { checkConduct } from '../../../src/domain/conduct/index.ts'
import { letterContext } from '../../../src/domain/document/index.ts'
import { parseDate, type CalendarDate } from '../../../src/domain/kernel/index.ts'
import { proposeAll } from '../../../src/domain/proposal/index.ts'
import { markdownToHtml, renderLetter } from '../../../src/packs/index.ts'
import { decodeCaseText } from '../../../src/storage/case-file/index.ts'
import { NOTHING_CHANGED, withChange } from '../../../src/ui/proposals/what-if.ts'
import { shippedPack } from '../../support/pack-files.ts'
import type { BenchSection, BenchTable } from '../section.ts'
import { previewTimes } from './preview-times.ts'

const SAMPLE = 'resources/samples/cn-sample.zh-CN.json'
const MILLISECONDS = 3000

/** What a person waits for: a slider that moves, a letter that opens. */
export const waits: BenchSection = {
  name: 'window',
  run: async () => [await computed(), await previewed()],
}

function dayOf(text: string): CalendarDate {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(text)
  return reading.value
}

/** What is computed between a movement and what is shown of it. */
async function computed(): Promise<BenchTable> {
  const reading = decodeCaseText(readFileSync(SAMPLE, 'utf8'))
  if (!reading.ok) throw new Error('the sample is no case file')
  const { facts } = reading
  const pack = shippedPack()
  const on = dayOf('2026-11-24')
  let percent = 0
  const bench = new Bench({ time: MILLISECONDS, warmupTime: MILLISECONDS })
  bench.add('what-if: all strategies of the sample anew', () => {
    percent = (percent + 1) % 50
    const change = { ...NOTHING_CHANGED, incomePercent: percent, oneOffOn: on }
    proposeAll(withChange(facts, change, { id: 'x', label: '' }), pack.arrangements, on)
  })
  const letter = pack.letters.find(({ id }) => id === 'hardship-proposal')
  const { proposals } = proposeAll(facts, pack.arrangements, on)
  const proposal = proposals.find(({ strategy }) => strategy === 'avalanche') ?? null
  bench.add('a proposal of three pages: values, text and HTML', () => {
    if (letter === undefined) throw new Error('the pack has no such letter')
    const conduct = checkConduct({ facts, rules: pack.conduct, utcOffset: pack.meta.utcOffset, on })
    const subject = { creditor: 'c1', loan: 'l1' }
    const context = letterContext({
      ...{ facts, proposal, letter, subject, on, conduct },
      locale: 'zh-CN',
      rules: pack,
    })
    markdownToHtml(renderLetter(pack, letter.id, context))
  })
  await bench.run()
  return {
    title: 'Computed between a movement and what is shown of it',
    head: ['', 'median (ms)', 'p99 (ms)'],
    rows: bench.tasks.map(({ name, result }) => {
      const latency = 'latency' in result ? result.latency : null
      return [name, text(latency?.p50), text(latency?.p99)]
    }),
    note: 'Goal for the strategies: 100 ms.',
  }
}

/** From the click to the pages, in the app itself. */
async function previewed(): Promise<BenchTable> {
  const { times, pages, why } = await previewTimes()
  const sorted = times.toSorted((a, b) => a - b)
  return {
    title: 'From the click to the preview of a letter, in the app',
    head: ['', 'pages', 'median (ms)', 'slowest (ms)'],
    rows: [
      [
        'the proposal to the bank of the sample',
        pages === 0 ? '–' : String(pages),
        text(sorted[Math.floor(sorted.length / 2)]),
        text(sorted.at(-1)),
      ],
    ],
    ...(why === null ? {} : { note: `Not measured: ${why}` }),
  }
}

const text = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? '–' : milliseconds.toFixed(1)
