import type { Command, FileCommand } from '../command.ts'

type Load = () => Promise<Command | FileCommand>

/** Every command by its name. Each is loaded only when it is asked for, so that none slows another's start. */
export const COMMANDS: ReadonlyMap<string, Load> = new Map<string, Load>([
  ['check', async () => (await import('./check.ts')).check],
])
