import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say, StopReason } from '../report.ts'
import { runCommand } from '../run-command.ts'
import { installCommand, installPackages, isDebian, packageOfLibrary } from './debian-packages.ts'

/** A thing the app needs of the system, and the Debian package that brings it. */
export interface MissingThing {
  readonly what: string
  readonly debianPackage: string
}

/** Whether a program can be found on the PATH. */
export function hasProgram(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.some((folder) => isExecutable(join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The programs of a list that are not there. */
export function missingPrograms(needed: Readonly<Record<string, string>>): readonly MissingThing[] {
  return Object.entries(needed)
    .filter(([program]) => !hasProgram(program))
    .map(([program, debianPackage]) => ({ what: `the program ${program}`, debianPackage }))
}

/** The shared libraries that the runtime's binary asks for and the system lacks. */
export async function missingLibraries(binary: string): Promise<readonly MissingThing[]> {
  const listed = await runCommand('ldd', [binary])
  const names = [...listed.output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return [...new Set(names)].flatMap((name) =>
    name === undefined
      ? []
      : [{ what: `the library ${name}`, debianPackage: packageOfLibrary(name) }],
  )
}

/** A Chinese font: without one every character is an empty box. */
export async function missingFonts(): Promise<readonly MissingThing[]> {
  const listed = await runCommand('fc-list', [':lang=zh', 'family'])
  const has = listed.code === 0 && listed.output.trim() !== ''
  return has ? [] : [{ what: 'a Chinese font', debianPackage: 'fonts-noto-cjk' }]
}

/** Whether windows can be shown on a screen. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

/** Something to draw on: a screen, or a virtual one. */
export function missingDisplay(): readonly MissingThing[] {
  if (hasDisplay()) return []
  const missing = missingPrograms({ 'xvfb-run': 'xvfb', xauth: 'xauth' })
  return missing.map((thing) => ({ ...thing, what: `a display, or ${thing.what} to do without` }))
}

function describe(missing: readonly MissingThing[]): string {
  return missing.map((thing) => `  missing: ${thing.what}`).join('\n')
}

/**
 * Names all that is missing, with the command that installs it. As root on Debian it installs it and looks again.
 * @throws StopReason while something is missing
 */
export async function settleMissing(
  find: () => Promise<readonly MissingThing[]> | readonly MissingThing[],
): Promise<void> {
  const missing = await find()
  if (missing.length === 0) return
  const packages = [...new Set(missing.map((thing) => thing.debianPackage))].sort()
  say(describe(missing))
  const advice = isDebian()
    ? `Install it with:\n  sudo apt-get update && sudo ${installCommand(packages)}`
    : `Install it by your system's package manager. Debian calls it: ${packages.join(' ')}`
  if (!isDebian() || process.getuid?.() !== 0) throw new StopReason(advice)
  if (!(await installPackages(packages))) throw new StopReason(advice)
  const left = await find()
  if (left.length > 0) throw new StopReason(`${describe(left)}\n${advice}`)
}
