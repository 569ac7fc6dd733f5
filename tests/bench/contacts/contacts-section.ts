import { checkConduct, complaintMatters, readLog } from '../../../src/domain/conduct/index.ts'
import { filterContacts, NO_FILTER } from '../../../src/ui/contacts/contact-filter.ts'
import { findingGroups } from '../../../src/ui/contacts/finding-groups.ts'
import { shownContacts, timelineRows } from '../../../src/ui/contacts/shown-contacts.ts'
import { day } from '../../support/builders.ts'
import { shippedPack } from '../../support/pack-files.ts'
import type { BenchSection } from '../section.ts'
import { growthTable, type Growth } from '../growth.ts'
import { longLog } from '../../support/long-log.ts'
import { openingTable } from './opening-table.ts'

const COUNTS = [100, 10_000] as const
const { conduct: rules, channels, meta } = shippedPack()
const on = day('2026-11-24')

const check: Growth = {
  title: 'check every conduct rule',
  prepare: (count) => {
    const facts = longLog(count)
    return () => checkConduct({ facts, rules, utcOffset: meta.utcOffset, on })
  },
}

const screen: Growth = {
  title: 'prepare the page',
  prepare: (count) => {
    const facts = longLog(count)
    const findings = checkConduct({ facts, rules, utcOffset: meta.utcOffset, on })
    const log = readLog(facts, meta.utcOffset)
    return () => [timelineRows(shownContacts(log, findings)), findingGroups(findings)]
  },
}

const search: Growth = {
  title: 'search it for a word',
  prepare: (count) => {
    const entries = shownContacts(readLog(longLog(count), meta.utcOffset), [])
    return () => filterContacts(entries, { ...NO_FILTER, text: '家里人' }, () => '')
  },
}

const complaints: Growth = {
  title: 'what to complain of, and where',
  prepare: (count) => {
    const facts = longLog(count)
    const findings = checkConduct({ facts, rules, utcOffset: meta.utcOffset, on })
    return () => complaintMatters({ facts, findings, channels, on })
  },
}

/** A long contact log: what grows with it and what does not. */
export const contacts: BenchSection = {
  name: 'contacts',
  run: async () => [
    await growthTable('A contact log of many entries', COUNTS, [check, screen, search, complaints]),
    await openingTable(),
  ],
}
