import { existsSync } from 'node:fs'
import { say } from '../report.ts'
import { runCommand } from '../run-command.ts'

/** The Debian package of each shared library that Electron links and a lean system may lack. */
const PACKAGE_OF_LIBRARY: Readonly<Record<string, string>> = {
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
}

/** The package that holds a library; a library that is not listed is searched for by its own name. */
export function packageOfLibrary(library: string): string {
  return PACKAGE_OF_LIBRARY[library] ?? library
}

export function isDebian(): boolean {
  return existsSync('/etc/debian_version')
}

/** The command that installs packages, to be shown. */
export function installCommand(packages: readonly string[]): string {
  return `apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/** Newer releases renamed some libraries when their time type grew to 64 bits. */
async function nameHere(name: string): Promise<string> {
  const known = async (candidate: string) => {
    const answer = await runCommand('apt-cache', ['policy', candidate])
    return answer.code === 0 && /Candidate: (?!\(none\))/.test(answer.output)
  }
  if (await known(name)) return name
  return (await known(`${name}t64`)) ? `${name}t64` : name
}

/** Installs packages; only root can. Returns whether it worked. */
export async function installPackages(packages: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-q'], { env })
  const names = await Promise.all(packages.map(nameHere))
  say(`Installing what is missing: ${installCommand(names)}`)
  const [command = '', ...args] = installCommand(names).split(' ')
  const result = await runCommand(command, args, { env })
  if (result.code !== 0) say(result.output.trim())
  return result.code === 0
}
