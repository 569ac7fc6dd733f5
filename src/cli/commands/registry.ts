import type { Command, FileCommand } from '../command.ts'

type Load = () => Promise<Command | FileCommand>
export type CommandTable = ReadonlyMap<string, Load>

/** Every command by its name. Each is loaded only when it is asked for, so that none slows another's start. */
export const COMMANDS: CommandTable = new Map<string, Load>([
  ['check', async () => (await import('./check.ts')).check],
])
