import { GO_AREAS, type GoArea } from '../../contract/index.ts'
import type { IconName } from '../shared/icons/icon-paths.ts'

/** An area of the app: a route's name, an entry of the navigation and of the Go menu, and an icon. */
export type Screen = GoArea & IconName

/** The areas in the order of the work. */
export const SCREENS: readonly Screen[] = GO_AREAS
