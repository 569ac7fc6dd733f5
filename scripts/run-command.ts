import { spawn, type StdioOptions } from 'node:child_process'

export interface CommandOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** `shown` lets the command write to the terminal; the answer's output is then empty. */
  readonly output?: 'kept' | 'shown'
}

export interface CommandResult {
  /** The exit code, or null where the command could not be started or was ended by a signal. */
  readonly code: number | null
  readonly output: string
}

/** Runs a command without a shell and waits for its end. Never throws: a missing command has no exit code. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const shown = options.output === 'shown'
  const stdio: StdioOptions = shown ? 'inherit' : ['ignore', 'pipe', 'pipe']
  const child = spawn(command, [...args], {
    stdio,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: options.env }),
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
