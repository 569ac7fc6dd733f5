import type { Case, Contact, ContactParty } from '../../src/domain/case/index.ts'
import { momentAt } from '../../src/domain/conduct/index.ts'
import { addDays } from '../../src/domain/kernel/index.ts'
import { aCase, aContact, aCreditor, aLoan, day } from './builders.ts'

const CHINA = 480
const DAYS = 900
const PARTIES: readonly ContactParty[] = [
  'debtor',
  'debtor',
  'debtor',
  'emergency-contact',
  'third-party',
  'employer',
]

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length]!

function contactOf(index: number, count: number): Contact {
  const date = addDays(day('2024-05-20'), Math.floor((index * DAYS) / count))
  return aContact({
    id: `k${String(index)}`,
    at: momentAt(date, (index * 97) % 1440, CHINA),
    creditor: pick(['c1', 'c1', 'c2'], index),
    loan: pick(['l1', null], index),
    channel: pick(['call', 'call', 'call', 'sms', 'wechat', 'visit'], index),
    party: pick(PARTIES, index),
    connected: index % 3 !== 0,
    disclosedDebt: index % 13 === 0,
    conduct: pick([[], [], [], [], ['threat'], [], ['harassing-repetition']], index),
    caller: { name: '', agency: '', number: `0100${String(index % 23)}`, identified: true },
    notes: index % 5 === 0 ? '说今天必须还，不还就联系家里人。' : '',
  })
}

/** A case whose log has so many entries over two and a half years, a third of them not to the debtor. */
export const longLog = (count: number): Case =>
  aCase({
    creditors: [aCreditor(), aCreditor({ id: 'c2', kind: 'consumer-finance' })],
    loans: [aLoan({ kind: 'revolving' })],
    contacts: Array.from({ length: count }, (_, index) => contactOf(index, count)),
  })
