import { cases } from './cases/cases-section.ts'
import { contacts } from './contacts/contacts-section.ts'
import { engine } from './engine/engine-section.ts'
import { optimum } from './proposals/optimum-section.ts'
import { planning } from './proposals/planner-section.ts'
import { start } from './start/start-section.ts'
import type { BenchSection } from './section.ts'
import { waits } from './window/window-section.ts'

/** Every part of the bench, in the order in which it is run. */
export const SECTIONS: readonly BenchSection[] = [
  engine,
  contacts,
  cases,
  start,
  planning,
  optimum,
  waits,
]
