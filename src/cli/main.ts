import { run } from './run.ts'

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', () => process.exit())

const { status, stdout, stderr } = await run(process.argv.slice(2))
process.stderr.write(stderr)
process.stdout.write(stdout)
process.exitCode = status
