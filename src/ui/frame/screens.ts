import type { IconName } from '../shared/icons/icon-paths.ts'

/** The areas of the app, in the order of the work. Each is a route's name and an entry of the navigation. */
export const SCREENS = [
  'overview',
  'debts',
  'budget',
  'proposals',
  'letter',
  'plan',
  'settings',
] as const satisfies readonly IconName[]
export type Screen = (typeof SCREENS)[number]
