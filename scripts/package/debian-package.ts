import { chmod, copyFile, cp, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../project.ts'
import { StopReason } from '../report.ts'
import { runCommand } from '../run-command.ts'

const MIME_TYPE = 'application/x-respite-case'
const ICON_SIZES = [16, 32, 64, 128, 256, 512] as const

/** What the runtime needs of the system: the list that Electron's own packages name. */
const DEPENDS = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libc6',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libnotify4',
  'libx11-xcb1',
  'xdg-utils',
].join(', ')

export interface DebianPackage {
  readonly appFolder: string
  readonly name: string
  readonly version: string
  /** Whether it is made of a test runtime: then it proves the packaging and is no release. */
  readonly isProof: boolean
  readonly target: string
}

const desktopEntry = (name: string): string => `[Desktop Entry]
Type=Application
Name=Respite
Name[zh_CN]=从容还
Comment=Repayment planning for overdue consumer loans
Comment[zh_CN]=逾期消费贷款的还款安排
Exec=/opt/${name}/${name} %f
Icon=${name}
Terminal=false
Categories=Office;Finance;
MimeType=${MIME_TYPE};
StartupWMClass=${name}
`

const mimeEntry = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${MIME_TYPE}">
    <comment>Respite case file</comment>
    <comment xml:lang="zh_CN">从容还案件文件</comment>
    <glob pattern="*.respite"/>
  </mime-type>
</mime-info>
`

const control = ({ name, version, isProof }: DebianPackage, kilobytes: number): string =>
  `Package: ${name}
Version: ${version}
Section: misc
Priority: optional
Architecture: amd64
Maintainer: Respite maintainers <maintainers@respite.invalid>
Installed-Size: ${String(kilobytes)}
Depends: ${DEPENDS}
Description: Repayment planning for overdue consumer loans${isProof ? ' (packaging proof, not a release)' : ''}
 Everything stays on the computer. ${isProof ? 'Made of a test runtime: never enter real data.' : 'It never connects to the network.'}
`

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function layShare(root: string, name: string): Promise<void> {
  const share = join(root, 'usr/share')
  for (const folder of ['applications', 'mime/packages', `doc/${name}`])
    await mkdir(join(share, folder), { recursive: true })
  await writeFile(join(share, `applications/${name}.desktop`), desktopEntry(name))
  await writeFile(join(share, `mime/packages/${name}.xml`), mimeEntry)
  await copyFile(join(projectRoot, 'LICENSE'), join(share, `doc/${name}/copyright`))
  for (const size of ICON_SIZES) {
    const square = `${String(size)}x${String(size)}`
    const folder = join(share, `icons/hicolor/${square}/apps`)
    await mkdir(folder, { recursive: true })
    await copyFile(join(projectRoot, `resources/icons/${square}.png`), join(folder, `${name}.png`))
  }
}

/**
 * Makes a .deb of an app folder by Debian's own tool. Chromium's sandbox helper is given to root with
 * its bit set, for systems that let no ordinary program make namespaces.
 */
export async function makeDebianPackage(wanted: DebianPackage): Promise<void> {
  const { appFolder, name, target } = wanted
  const root = `${appFolder}-deb`
  await rm(root, { recursive: true, force: true })
  await mkdir(join(root, 'opt'), { recursive: true })
  await cp(appFolder, join(root, 'opt', name), { recursive: true })
  await chmod(join(root, 'opt', name, 'chrome-sandbox'), 0o4755)
  await mkdir(join(root, 'usr/bin'), { recursive: true })
  await symlink(`/opt/${name}/${name}`, join(root, 'usr/bin', name))
  await layShare(root, name)
  await mkdir(join(root, 'DEBIAN'))
  const kilobytes = Math.ceil((await sizeOf(join(root, 'opt'))) / 1024)
  await writeFile(join(root, 'DEBIAN/control'), control(wanted, kilobytes))
  const built = await runCommand('dpkg-deb', [
    '--root-owner-group',
    '-Zgzip',
    '--build',
    root,
    target,
  ])
  await rm(root, { recursive: true })
  if (built.code !== 0) throw new StopReason(`The .deb could not be made:\n${built.output}`)
}
