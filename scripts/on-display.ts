import { hasDisplay } from './preflight/check-system.ts'
import { say } from './report.ts'
import { runCommand, type CommandOptions, type CommandResult } from './run-command.ts'

/** Screen numbers are looked for from here on; those of real screens are lower. */
const FIRST_SCREEN = 99
/** Commands side by side look from starts this far apart, so that no two take the same number. */
const SCREENS_APART = 100

/** Runs a command that opens windows; on a system without a screen, on a virtual one. */
export async function runOnDisplay(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const options = { env, output: 'shown' } as const
  if (hasDisplay()) return (await runCommand(command, args, options)).code ?? 1
  say('There is no display: windows open on a virtual one (xvfb) that nobody sees.')
  return (await runOnVirtualDisplay(command, args, { ...options, place: 0 })).code ?? 1
}

/** Runs a command on a virtual screen of its own. `place` tells apart those that run at the same time, from 0. */
export function runOnVirtualDisplay(
  command: string,
  args: readonly string[],
  { place, ...options }: CommandOptions & { readonly place: number },
): Promise<CommandResult> {
  const screen = String(FIRST_SCREEN + place * SCREENS_APART)
  const display = ['-a', '-n', screen]
  return runCommand('xvfb-run', [...display, command, ...args], options)
}
