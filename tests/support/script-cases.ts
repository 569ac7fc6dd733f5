import { readFileSync } from 'node:fs'
import type { Case, Locale } from '../../src/domain/case/index.ts'
import {
  scriptContext,
  SCRIPT_SITUATIONS,
  type ScriptContext,
  type ScriptSituation,
} from '../../src/domain/document/index.ts'
import { proposeAll, type Proposal } from '../../src/domain/proposal/index.ts'
import type { Pack } from '../../src/packs/index.ts'
import { decodeCaseText } from '../../src/storage/case-file/index.ts'
import { aCase, aCreditor, aLoan, anIncome, day, yuan } from './builders.ts'

export const scriptDay = day('2026-11-24')

function sample(locale: Locale): Case {
  const reading = decodeCaseText(readFileSync(`resources/samples/cn-sample.${locale}.json`, 'utf8'))
  if (!reading.ok) throw new Error('the sample is no case')
  return reading.facts
}

const samples = { 'zh-CN': sample('zh-CN'), en: sample('en') }

const bare = aCase({
  creditors: [aCreditor({ name: '' })],
  budget: { ...aCase().budget, cash: yuan(0), incomes: [anIncome({ amount: yuan(100) })] },
})

const HOSTILE = '{{ owed }}{% if %}<img src=x onerror=alert(1)>\u202e*_|`# [a](b)'

const card = aCase({
  loans: [
    aLoan({
      kind: 'revolving',
      method: 'minimum-payment',
      term: null,
      minimumPayment: { fraction: { numerator: 1, denominator: 10 }, floor: yuan(100) },
      litigation: 'sued',
      talks: [
        {
          id: 't1',
          on: day('2026-11-01'),
          kind: 'countered',
          amount: yuan(1888.5),
          months: 24,
          concession: null,
          rate: null,
          replyBy: null,
          inWriting: false,
          note: '',
        },
      ],
    }),
  ],
})

const hostile = aCase({
  creditors: [aCreditor({ name: HOSTILE, phone: HOSTILE })],
  loans: [aLoan({ product: HOSTILE, contractNo: HOSTILE })],
  debtor: { ...aCase().debtor, name: HOSTILE },
})

/** Cases that a script has to make sense of: everything known, hardly anything, a card, a hostile one. */
export const SCRIPT_CASES: Readonly<Record<string, (locale: Locale) => Case>> = {
  sample: (locale) => samples[locale],
  bare: () => bare,
  card: () => card,
  hostile: () => hostile,
}

/** Working out a proposal takes longer than everything else here together. */
const proposals = new WeakMap<Case, Proposal | null>()

function recommended(pack: Pack, facts: Case): Proposal | null {
  const set = proposeAll(facts, pack.arrangements, scriptDay)
  return set.proposals.find(({ id }) => id === set.recommended) ?? null
}

/** The values of a script about one loan of a case, speaking from the recommended proposal. */
export function contextFor(
  pack: Pack,
  facts: Case,
  { loan, locale }: { readonly loan: string; readonly locale: Locale },
): ScriptContext {
  const known = proposals.get(facts)
  const proposal = known === undefined ? recommended(pack, facts) : known
  proposals.set(facts, proposal)
  const request = { facts, loanId: loan, proposal, on: scriptDay, locale, rules: pack }
  const context = scriptContext(request)
  if (context === null) throw new Error(`no loan ${loan}`)
  return context
}

/** Every script over every loan of every case in both languages. */
export const everyScript: readonly {
  readonly name: string
  readonly situation: ScriptSituation
  readonly locale: Locale
}[] = Object.keys(SCRIPT_CASES).flatMap((name) =>
  SCRIPT_SITUATIONS.flatMap((situation) =>
    (['zh-CN', 'en'] as const).map((locale) => ({ name, situation, locale })),
  ),
)
