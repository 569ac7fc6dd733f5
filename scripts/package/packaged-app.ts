import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { z } from 'zod'
import { projectRoot } from '../project.ts'

/** Where packages are made. */
export const shelf = join(projectRoot, '.cache/package')

/** The list of licences that every package carries. */
export const LICENCES = 'THIRD-PARTY-LICENSES.txt'

const packageShape = z.object({ name: z.string(), version: z.string(), productName: z.string() })

/** What of package.json the packages need. */
export async function packageFacts(): Promise<z.infer<typeof packageShape>> {
  const text = await readFile(join(projectRoot, 'package.json'), 'utf8')
  return packageShape.parse(JSON.parse(text))
}

/** What the runtime may never be talked into: the app is all it runs, and nobody looks into it from outside. */
export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const

/** The built app as one archive: the bundles and the few lines of package.json by which Electron starts them. */
async function packApp(staging: string, archive: string): Promise<void> {
  const { name, version, productName } = await packageFacts()
  await mkdir(staging, { recursive: true })
  await cp(join(projectRoot, 'out'), join(staging, 'out'), { recursive: true })
  const manifest = { name, version, productName, type: 'module', main: 'out/main/index.js' }
  await writeFile(join(staging, 'package.json'), JSON.stringify(manifest))
  await createPackage(staging, archive)
  await rm(staging, { recursive: true })
}

/** A folder that starts the app by its own binary: runtime, archive, icon and licences, with the fuses set. */
export async function makeAppFolder(runtime: string, folder: string): Promise<void> {
  const { name } = await packageFacts()
  await rm(folder, { recursive: true, force: true })
  await cp(runtime, folder, { recursive: true })
  const resources = join(folder, 'resources')
  await rm(join(resources, 'default_app.asar'), { force: true })
  await packApp(`${folder}-staging`, join(resources, 'app.asar'))
  await copyFile(join(projectRoot, 'resources/icons/512x512.png'), join(resources, 'icon.png'))
  await copyFile(join(projectRoot, 'LICENSE'), join(folder, 'LICENSE.txt'))
  await copyFile(join(shelf, LICENCES), join(folder, LICENCES))
  const binary = join(folder, name)
  await rename(join(folder, 'electron'), binary)
  await flipFuses(binary, { version: FuseVersion.V1, ...FUSES })
}
