import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project.ts'
import { runEntry, say, StopReason } from '../report.ts'
import { runCommand } from '../run-command.ts'
import { chooseRuntime } from '../runtime/choose-runtime.ts'
import { makeDebianPackage } from './debian-package.ts'
import { licenceList } from './licence-list.ts'
import { LICENCES, makeAppFolder, packageFacts, shelf } from './packaged-app.ts'

async function build(): Promise<void> {
  const tool = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js')
  const built = await runCommand(process.execPath, [tool, 'build'], { cwd: projectRoot })
  if (built.code !== 0) throw new StopReason(built.output)
}

// Builds the app, puts it into its runtime and, on Linux, makes a .deb of it: `npm run package`.
await runEntry(async () => {
  await mkdir(shelf, { recursive: true })
  await writeFile(join(shelf, LICENCES), await licenceList())
  if (process.platform !== 'linux')
    throw new StopReason('Other systems are packaged by electron-builder: see docs/packaging.md.')
  const runtime = await chooseRuntime()
  const { name, version } = await packageFacts()
  const isProof = runtime.kind !== 'official'
  say('Building …')
  await build()
  const appFolder = join(shelf, isProof ? `${name}-packaging-proof` : `${name}-linux-x64`)
  await makeAppFolder(runtime.folder, appFolder)
  say(`App folder: ${appFolder}`)
  const label = isProof ? 'packaging-proof' : 'amd64'
  const target = join(shelf, `${name}_${version}_${label}.deb`)
  await makeDebianPackage({ appFolder, name, version, isProof, target })
  say(`Package: ${target}`)
  if (isProof)
    say('It proves the packaging and is no release: the runtime in it is for tests only.')
  return 0
})
