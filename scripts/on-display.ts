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

/**
 * What the virtual screen is started with. Chromium draws through memory it shares with the screen, and
 * after each picture waits to be told that it was taken: without the extension nothing is waited for.
 * A window that stopped drawing for good was seen once in many hundred starts on a busy machine; whether a
 * lost notice was the cause is not proved. The tests take about a tenth longer this way.
 */
const SERVER_ARGUMENTS = '-screen 0 1280x1024x24 -extension MIT-SHM'

/** Runs a command on a virtual screen of its own. `place` tells apart those that run at the same time, from 0. */
export function runOnVirtualDisplay(
  command: string,
  args: readonly string[],
  { place, ...options }: CommandOptions & { readonly place: number },
): Promise<CommandResult> {
  const screen = String(FIRST_SCREEN + place * SCREENS_APART)
  const display = ['-a', '-n', screen, '-s', SERVER_ARGUMENTS]
  return runCommand('xvfb-run', [...display, command, ...args], options)
}
