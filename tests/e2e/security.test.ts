import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test, expect } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { shareApp } from './support/share-app.ts'

const launched = shareApp({ expectViolations: true })

test('inline scripts, inline styles and eval are blocked and reported', async () => {
  const seen = await launched().page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`)
    })
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'html { outline: 7px solid red }'
    document.head.append(style)
    const host = document.createElement('div')
    host.innerHTML = '<p style="outline: 7px solid red" onclick="window.wasRun = true">x</p>'
    document.body.append(host)
    host.querySelector('p')?.click()
    // A task of the page's own: what the debugger evaluates directly is exempt from the policy.
    const evaluated = await new Promise<boolean>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        try {
          resolve(new Function('return true')() as boolean)
        } catch {
          resolve(false)
        }
      }
      port2.postMessage('now')
    })
    // Reports are delivered by tasks; one that is asked for later comes later.
    await fetch('/index.html')
    return {
      violations,
      evaluated,
      ran: 'wasRun' in window,
      styled: getComputedStyle(document.documentElement).outlineWidth === '7px',
      attributeStyled:
        getComputedStyle(host.querySelector('p') ?? document.body).outlineWidth === '7px',
    }
  })
  expect(seen).toMatchObject({
    evaluated: false,
    ran: false,
    styled: false,
    attributeStyled: false,
  })
  expect([...seen.violations].sort()).toEqual([
    'script-src eval',
    'script-src-attr inline',
    'script-src-elem inline',
    'style-src-attr inline',
    'style-src-elem inline',
  ])
  expect(launched().complaints.length).toBeGreaterThan(0)
})

test('every permission is denied', async () => {
  const answers = await launched().page.evaluate(async () => {
    const rejected = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        () => 'denied',
      )
    const states = await Promise.all(
      ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
        async (name) => {
          const status = await navigator.permissions.query({ name: name as PermissionName })
          return `${name} ${status.state}`
        },
      ),
    )
    return {
      states,
      notification: await Notification.requestPermission(),
      media: await rejected(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      display: await rejected(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await rejected(navigator.clipboard.readText()),
      position: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (problem) => resolve(problem.code === problem.PERMISSION_DENIED ? 'denied' : 'failed'),
        )
      }),
    }
  })
  expect(answers).toEqual({
    states: [
      'notifications denied',
      'geolocation denied',
      'camera denied',
      'microphone denied',
      'clipboard-read denied',
      'midi denied',
    ],
    notification: 'denied',
    media: 'denied',
    display: 'denied',
    clipboard: 'denied',
    position: 'denied',
  })
})

test('the page has no Node and only the methods of the contract', async () => {
  const surface = await launched().page.evaluate(() => ({
    node: ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'].filter(
      (name) => name in window,
    ),
    methods: Object.entries(window.desktop ?? {}).map(([name, value]) => `${name} ${typeof value}`),
    isReplaceable: Reflect.set(window, 'desktop', null),
  }))
  expect(surface.node).toEqual([])
  expect(surface.isReplaceable).toBe(false)
  expect(surface.methods.sort()).toEqual([
    'appInfo function',
    'beginRenewal function',
    'chooseBackupFolder function',
    'copyText function',
    'endRenewal function',
    'holdClose function',
    'keyOpened function',
    'lackingFiles function',
    'listBackups function',
    'onMenuCommand function',
    'openBackupFolder function',
    'openCaseFile function',
    'print function',
    'readBackup function',
    'readKey function',
    'remind function',
    'renderPdf function',
    'renewalCopy function',
    'revealFile function',
    'saveCaseFile function',
    'saveFile function',
    'saveFolder function',
    'savePdf function',
    'setAppearance function',
    'setAside function',
    'setMenuState function',
    'setTray function',
    'tryKey function',
    'useOwnBackupFolder function',
    'wipe function',
    'writeBackup function',
    'writeKey function',
    'writeSealedFile function',
  ])
  const preferences = await launched().app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Electron.WebPreferences
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('the shell refuses what the contract does not name, and frames have no way to it', async () => {
  const target = join(launched().userDataDir, 'never.json')
  await chooseSavePath(launched().app, target)
  const answers = await launched().page.evaluate(async () => {
    const desktop = window.desktop as unknown as Record<string, (...args: unknown[]) => unknown>
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return {
      badName: await desktop['saveCaseFile']?.({ suggestedName: '../x.json', text: '{}' }),
      badText: await desktop['saveCaseFile']?.({ suggestedName: 'x.json', text: 5 }),
      extra: await desktop['saveCaseFile']?.({ suggestedName: 'x.json', text: '', path: '/tmp/x' }),
      nothing: await desktop['savePdf']?.(),
      unsaved: await desktop['revealFile']?.({ path: '/etc/passwd' }),
      theme: await desktop['setAppearance']?.({ theme: 'pink', locale: 'en' }),
      frame: frame.contentWindow !== null && 'desktop' in frame.contentWindow,
    }
  })
  const refused = { ok: false, code: 'refused' }
  expect(answers).toEqual({
    badName: refused,
    badText: refused,
    extra: refused,
    nothing: refused,
    unsaved: refused,
    theme: refused,
    frame: false,
  })
  await expect(stat(target)).rejects.toThrow(/ENOENT/)
})

test('the protocol serves the built pages and nothing beside them', async () => {
  const answers = await launched().page.evaluate(async () => {
    const status = async (address: string, method = 'GET') => {
      try {
        return (await fetch(address, { method })).status
      } catch {
        return 'failed'
      }
    }
    const page = await fetch('/index.html')
    return {
      policy: page.headers.get('content-security-policy') ?? '',
      sniffing: page.headers.get('x-content-type-options'),
      outside: await Promise.all(
        [
          '/../main/index.js',
          '/%2e%2e/main/index.js',
          '/..%2fmain%2findex.js',
          '/..%5cmain%5cindex.js',
          '/%00',
          '/%',
          '/missing.js',
          '/assets/',
        ].map((path) => status(path)),
      ),
      otherHost: await status('app://print/print.css'),
      post: await status('/index.html', 'POST'),
    }
  })
  expect(answers.policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http/)
  expect(answers.policy).toContain("default-src 'none'")
  expect(answers.sniffing).toBe('nosniff')
  expect(answers.outside).toEqual(Array.from({ length: 8 }, () => 404))
  expect(answers.otherHost).toBe('failed')
  expect(answers.post).toBe(405)
})
