import { readFileSync } from 'node:fs'
import type { Agreement, Case, Locale } from '../../src/domain/case/index.ts'
import { emptyCase } from '../../src/domain/case/index.ts'
import { checkConduct } from '../../src/domain/conduct/index.ts'
import {
  letterContext,
  letterSubjects,
  type LetterContext,
  type LetterSpec,
  type LetterSubject,
} from '../../src/domain/document/index.ts'
import { proposeAll, type Proposal } from '../../src/domain/proposal/index.ts'
import type { CalendarDate } from '../../src/domain/kernel/index.ts'
import { decodeCaseText } from '../../src/storage/case-file/index.ts'
import { aContact, aLoan, aPayment, day, yuan } from './builders.ts'
import { shippedPack } from './pack-files.ts'

const pack = shippedPack()
export const LETTER_DAY = day('2026-11-24')

function fileCase(path: string): Case {
  const reading = decodeCaseText(readFileSync(path, 'utf8'))
  if (!reading.ok) throw new Error(`broken fixture ${path}`)
  return reading.facts
}

const sample = fileCase('resources/samples/cn-sample.zh-CN.json')

const agreement: Agreement = {
  id: 'a1',
  signedOn: day('2026-11-20'),
  inWriting: false,
  recorded: true,
  balance: yuan(20_000),
  instalments: [
    { dueOn: day('2026-12-10'), amount: yuan(1600) },
    { dueOn: day('2027-01-10'), amount: yuan(1600) },
    { dueOn: day('2027-02-10'), amount: yuan(1607) },
  ],
  fees: [{ label: '手续费', amount: yuan(100.5), on: null }],
  interestStops: true,
  rate: null,
  stated: ['balance', 'amounts'],
}

const caller = { name: '李某（虚构）', agency: '戊催收公司（虚构）', number: '000-0000-1111' }

/** A household to which every letter applies: the sample, and all that happened to it since. */
function richCase(): Case {
  const loans = sample.loans.map((loan) => {
    if (loan.id === 'l1') return { ...loan, agreements: [agreement] }
    if (loan.id !== 'l4' || loan.exposure === null) return loan
    const exposure = { ...loan.exposure, contactsPermission: 'granted' as const }
    return { ...loan, exposure, reportedToBureau: true }
  })
  return {
    ...sample,
    loans: [
      ...loans,
      aLoan({
        id: 'l6',
        creditor: 'c2',
        product: '示例已结清借款（虚构）',
        contractNo: 'SAMPLE-CF-0006',
        kind: 'single-payment',
        method: 'bullet',
        term: 1,
        principal: yuan(1000),
        disbursedOn: day('2026-01-10'),
        firstDueOn: day('2026-02-10'),
      }),
    ],
    payments: [
      ...sample.payments,
      aPayment({ id: 'p-rich', loan: 'l6', on: day('2026-02-10'), amount: yuan(1020) }),
    ],
    contacts: [
      aContact({
        id: 'k-night',
        creditor: 'c6',
        at: '2026-11-18T22:40:00+08:00',
        caller: { ...caller, identified: true },
        conduct: ['threat', 'abuse'],
        recorded: true,
        notes: '对方说要到单位去找我。',
      }),
      aContact({
        id: 'k-family',
        creditor: 'c4',
        at: '2026-11-19T10:05:00+08:00',
        party: 'emergency-contact',
        disclosedDebt: true,
        conduct: ['asked-third-party-to-pay'],
        caller: { ...caller, name: '', identified: false },
      }),
      aContact({
        id: 'k-card',
        creditor: 'c1',
        at: '2026-11-20T23:10:00+08:00',
        conduct: ['harassing-repetition'],
      }),
    ],
    complaints: [
      {
        id: 'b1',
        channel: 'cn.channel.lender',
        creditor: 'c1',
        contacts: ['k-card'],
        rules: [],
        filedOn: day('2026-11-21'),
        reference: 'SAMPLE-TS-0001',
        replyDueOn: null,
        outcome: 'rejected',
        closedOn: null,
        note: '',
        evidence: [],
      },
    ],
    people: [{ id: 'h1', name: '林某（虚构）', relation: 'family', warnedOn: null, note: '' }],
  }
}

/** Cases over which every letter has to render. */
export const LETTER_CASES: Readonly<Record<string, Case>> = {
  rich: richCase(),
  sample: fileCase('resources/samples/cn-sample.en.json'),
  minimal: fileCase('tests/fixtures/cases/minimal.json'),
  'version-1': fileCase('tests/fixtures/cases/version-1.json'),
  'all-records': fileCase('tests/fixtures/cases/all-records.json'),
  empty: emptyCase('cn', 'CNY', 'zh-CN'),
}

/** The proposal that the letters of a case speak of. */
export function proposalOf(facts: Case, on: CalendarDate = LETTER_DAY): Proposal | null {
  const set = proposeAll(facts, pack.arrangements, on)
  return [set.statusQuo, ...set.proposals].find(({ id }) => id === set.recommended) ?? null
}

export interface LetterOfCase {
  readonly subject: LetterSubject
  readonly context: LetterContext
}

/** Every letter of a kind that a case could have, applying or not. */
export function lettersOfCase(
  facts: Case,
  letter: LetterSpec,
  {
    locale,
    on = LETTER_DAY,
    proposal = proposalOf(facts, on),
  }: {
    readonly locale: Locale
    readonly on?: CalendarDate
    readonly proposal?: Proposal | null
  },
): readonly LetterOfCase[] {
  const { conduct: rules, meta } = pack
  const conduct = checkConduct({ facts, rules, utcOffset: meta.utcOffset, on })
  return letterSubjects(facts, letter).map((subject) => ({
    subject,
    context: letterContext({
      facts,
      proposal,
      letter,
      subject,
      on,
      locale,
      rules: pack,
      conduct,
    }),
  }))
}
