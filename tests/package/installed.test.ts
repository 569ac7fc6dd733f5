import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { chown, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { chromium, expect, test } from '@playwright/test'

const shelf = join(import.meta.dirname, '../../.cache/package')
/** An ordinary user of Debian with nothing to lose: nobody. */
const NOBODY = 65534
/** How a fuse is written into the binary: the digits 0 and 1. */
const OFF = 48
const ON = 49
const isRoot = process.getuid?.() === 0

let root: string
let home: string
let running: ChildProcess | null = null

const packageFile = (): string => {
  const name = readdirSync(shelf).find((entry) => entry.endsWith('.deb'))
  if (name === undefined) throw new Error('There is no package: run npm run package first.')
  return join(shelf, name)
}

/** Installs the package into a root of its own, by dpkg where that may be done, else by unpacking it. */
function install(): void {
  const file = packageFile()
  if (!isRoot) {
    execFileSync('dpkg-deb', ['-x', file, root])
    return
  }
  for (const folder of ['info', 'updates', 'triggers'])
    mkdirSync(join(root, 'var/lib/dpkg', folder), { recursive: true })
  execFileSync('touch', [join(root, 'var/lib/dpkg/status')])
  // The clean root holds no libraries: they are the system's, and the package names them.
  execFileSync('dpkg', [`--root=${root}`, '--force-depends', '-i', file])
}

test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'respite-root-'))
  home = mkdtempSync(join(tmpdir(), 'respite-home-'))
  chmodSync(root, 0o755)
  if (isRoot) await chown(home, NOBODY, NOBODY)
  install()
})

test.afterAll(async () => {
  if (running?.pid !== undefined) process.kill(-running.pid)
  await rm(root, { recursive: true, force: true })
  await rm(home, { recursive: true, force: true })
})

/** Starts the installed app as an ordinary user on a screen that nobody sees; no switch takes the sandbox away. */
function start(port: number, file: string): void {
  const app = join(root, 'opt/respite/respite')
  const args = ['-a', app, `--user-data-dir=${join(home, 'profile')}`]
  const asNobody = [`--reuid=${String(NOBODY)}`, `--regid=${String(NOBODY)}`, '--clear-groups']
  const [program, all] = isRoot
    ? ['setpriv', [...asNobody, 'xvfb-run', ...args]]
    : ['xvfb-run', args]
  running = spawn(program, [...all, `--remote-debugging-port=${String(port)}`, file], {
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home },
    detached: true,
    stdio: 'inherit',
  })
}

/** The processes of the installed app, each with its kind: renderer, utility, …; the main one has none. */
function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        if (!command.startsWith(join(root, 'opt'))) return []
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        return [
          {
            kind: /--type=([\w-]+)/.exec(command)?.[1] ?? 'main',
            command,
            user: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]),
            seccomp: Number(/^Seccomp:\s+(\d+)/m.exec(status)?.[1]),
            namespace: readlinkSync(`/proc/${pid}/ns/user`),
          },
        ]
      } catch {
        // It ended while it was looked at.
        return []
      }
    })
}

test('the package installs, starts as an ordinary user in its sandbox and opens the file it is given', async () => {
  const file = join(home, 'mine.respite')
  const fixture = join(import.meta.dirname, '../fixtures/cases/minimal.json')
  await writeFile(file, readFileSync(fixture))
  const port = 9333
  start(port, file)
  const connect = () => chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`)
  await expect
    .poll(
      () =>
        connect().then(
          async (browser) => browser.close().then(() => 'up'),
          () => 'down',
        ),
      {
        timeout: 120_000,
      },
    )
    .toBe('up')
  const browser = await connect()
  const page = browser.contexts()[0]!.pages()[0]!
  expect(page.url()).toMatch(/^app:\/\/main\//)
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 })
  // The case file that the system handed over was imported: the welcome page is gone.
  await expect(page.getByTestId('nav-debts')).toBeVisible({ timeout: 30_000 })

  const all = processes()
  const main = all.find(({ kind }) => kind === 'main')!
  const renderers = all.filter(({ kind }) => kind === 'renderer')
  expect(renderers.length).toBeGreaterThan(0)
  for (const renderer of renderers) {
    expect(renderer.command).not.toContain('no-sandbox')
    expect(renderer.seccomp).toBe(2)
    expect(renderer.user).not.toBe(0)
    expect(renderer.namespace).not.toBe(main.namespace)
  }
  await browser.close()
})

test('the binary runs the app and nothing else', async () => {
  const wire = await getCurrentFuseWire(join(root, 'opt/respite/respite'))
  expect(wire[FuseV1Options.RunAsNode]).toBe(OFF)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(OFF)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ON)
})

test('licences, menu entry, icons and file type are in their places', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  expect(read('opt/respite/THIRD-PARTY-LICENSES.txt')).toMatch(/vue 3[\s\S]*MIT/)
  expect(read('usr/share/applications/respite.desktop')).toContain('x-respite-case')
  expect(read('usr/share/mime/packages/respite.xml')).toContain('*.respite')
  expect(readdirSync(join(root, 'usr/share/icons/hicolor'))).toHaveLength(6)
})
