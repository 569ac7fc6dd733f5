/** Tells the person at the terminal something. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A reason to stop that is meant for the person at the terminal: it needs no stack. */
export class StopReason extends Error {
  override readonly name = 'StopReason'
}

/** Runs an entry and turns its failure into words and an exit code. */
export async function runEntry(entry: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await entry()
  } catch (error) {
    process.stderr.write(
      error instanceof StopReason ? `${error.message}\n` : `${String((error as Error).stack)}\n`,
    )
    process.exitCode = 1
  }
}
