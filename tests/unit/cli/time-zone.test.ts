import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { runCliIn } from './run-cli.ts'

/** Far east, far west, a zone of half hours, and one whose clocks turn at midnight: days must not move. */
const PLACES = [
  { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'en_US.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/Asuncion', LC_ALL: 'ar_EG.UTF-8' },
] as const

const FILE = 'tests/fixtures/cases/all-records.json'

/** What a child of this process takes for local. */
function localIn(environment: Readonly<Record<string, string>>): string {
  const ask =
    'console.log(new Date(2026, 0, 1).getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone)'
  return spawnSync('node', ['-e', ask], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  }).stdout
}

describe('the computers that are tried', () => {
  it('really are in different places: a day that moved with its zone would be seen', () => {
    const places = PLACES.map(localIn)
    expect(new Set(places).size).toBe(PLACES.length)
    expect(places.map((place) => place.split(' ')[0])).toEqual(['-480', '-840', '210', '180'])
  })
})

describe('the time zone and the locale of the computer', () => {
  it.each([
    ['diagnose', FILE, '--json', '--on', '2026-11-23'],
    ['schedule', FILE, '--loan', 'l1', '--json', '--on', '2026-11-23'],
  ])('change nothing in %s', (...args) => {
    const [first, ...others] = PLACES.map((place) => runCliIn(place, ...args))
    expect(first?.status).toBe(0)
    expect(first?.stdout).toContain('"')
    for (const other of others) expect(other).toEqual(first)
  })
})
