import { engine } from './engine/engine-section.ts'
import type { BenchSection } from './section.ts'

/** Every part of the bench, in the order in which it is run. */
export const SECTIONS: readonly BenchSection[] = [engine]
