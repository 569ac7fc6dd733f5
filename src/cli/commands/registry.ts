import type { Command, FileCommand } from '../command.ts'

type Load = () => Promise<Command | FileCommand>
export type CommandTable = ReadonlyMap<string, Load>

/** Every command by its name. Each is loaded only when it is asked for, so that none slows another's start. */
export const COMMANDS: CommandTable = new Map<string, Load>([
  ['check', async () => (await import('./check.ts')).check],
  ['diagnose', async () => (await import('./diagnose.ts')).diagnose],
  ['propose', async () => (await import('./propose.ts')).propose],
  ['verify', async () => (await import('./verify.ts')).verify],
  ['conduct', async () => (await import('./conduct.ts')).conduct],
  ['schedule', async () => (await import('./schedule.ts')).schedule],
  ['rate', async () => (await import('./rate.ts')).rate],
  ['scripts', async () => (await import('./scripts.ts')).scripts],
  ['letters', async () => (await import('./letters.ts')).letters],
])
