import { hasDisplay } from './preflight/check-system.ts'
import { say } from './report.ts'
import { runCommand } from './run-command.ts'

/** Runs a command that opens windows; on a system without a screen, on a virtual one. */
export async function runOnDisplay(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const virtual = !hasDisplay()
  if (virtual) say('There is no display: windows open on a virtual one (xvfb) that nobody sees.')
  const [program, all] = virtual ? ['xvfb-run', ['-a', command, ...args]] : [command, args]
  const result = await runCommand(program, all, { env, output: 'shown' })
  return result.code ?? 1
}
