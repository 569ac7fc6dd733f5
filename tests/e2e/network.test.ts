import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test, expect } from '@playwright/test'
import { chooseSavePath } from './support/file-dialogs.ts'
import { shareApp } from './support/share-app.ts'
import { listenSilently, type SilentServer } from './support/silent-server.ts'

const launched = shareApp({ expectViolations: true })
let server: SilentServer

test.beforeEach(async () => {
  server = await listenSilently()
})

test.afterEach(async () => {
  await server.close()
})

/** The server heard nothing, and would have: its own call is the only one it counted. */
async function expectSilence(): Promise<void> {
  expect(server.calls).toEqual([])
  await server.callMyself()
  expect(server.calls).toEqual(['tcp', 'udp'])
}

test('nothing that a page can load or send reaches anybody', async () => {
  const outcomes = await launched().page.evaluate(async (port) => {
    const host = `127.0.0.1:${port}`
    const url = `http://${host}/x`
    const element = (tag: string, attributes: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const made = document.createElement(tag)
        for (const name of ['load', 'loadeddata', 'loadedmetadata']) {
          made.addEventListener(name, () => resolve('loaded'))
        }
        made.addEventListener('error', () => resolve('failed'))
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
        document.body.append(made)
      })
    const events = (source: EventTarget) =>
      new Promise<string>((resolve) => {
        source.addEventListener('open', () => resolve('opened'))
        source.addEventListener('error', () => resolve('failed'))
      })
    const attempt = async (act: () => unknown) => {
      try {
        return String(await act())
      } catch {
        return 'failed'
      }
    }
    const ask = (method: string) => async () => {
      await fetch(url, { method, mode: 'no-cors' })
      return 'answered'
    }
    return {
      fetch: await attempt(ask('GET')),
      post: await attempt(ask('POST')),
      xhr: await attempt(() => {
        const request = new XMLHttpRequest()
        request.open('GET', url)
        const outcome = events(request)
        request.send()
        return outcome
      }),
      image: await attempt(() => element('img', { src: url })),
      script: await attempt(() => element('script', { src: url })),
      stylesheet: await attempt(() => element('link', { rel: 'stylesheet', href: url })),
      audio: await attempt(() => element('audio', { src: url })),
      webSocket: await attempt(() => events(new WebSocket(`ws://${host}/`))),
      eventSource: await attempt(() => events(new EventSource(url))),
      worker: await attempt(() => events(new Worker(url))),
      module: await attempt(() => import(/* @vite-ignore */ url)),
    }
  }, server.port)
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['failed']))
  await expectSilence()
})

test('hints, beacons and peer connections leave nothing either', async () => {
  await launched().page.evaluate(async (port) => {
    const host = `127.0.0.1:${port}`
    for (const rel of [
      'preconnect',
      'dns-prefetch',
      'prefetch',
      'preload',
      'modulepreload',
      'icon',
    ]) {
      const link = document.createElement('link')
      link.rel = rel
      if (rel === 'preload') link.as = 'image'
      link.href = `http://${host}/${rel}`
      document.head.append(link)
    }
    navigator.sendBeacon(`http://${host}/beacon`, 'x')
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${host}` },
        { urls: `turn:${host}?transport=tcp`, username: 'a', credential: 'b' },
        { urls: `turn:${host}?transport=udp`, username: 'a', credential: 'b' },
      ],
    })
    peer.createDataChannel('x')
    const gathered = new Promise<void>((resolve) => {
      peer.addEventListener('icegatheringstatechange', () => {
        if (peer.iceGatheringState === 'complete') resolve()
      })
    })
    await peer.setLocalDescription(await peer.createOffer())
    await gathered
    peer.close()
  }, server.port)
  await expectSilence()
})

test('the session refuses what a page without a content policy would ask for', async () => {
  const outcomes = await launched().app.evaluate(async ({ net, session }, port) => {
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'answered',
        (error: unknown) => String(error),
      )
    return Promise.all(
      [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, 'https://example.com/'].flatMap(
        (url) => [outcome(session.defaultSession.fetch(url)), outcome(net.fetch(url))],
      ),
    )
  }, server.port)
  expect(outcomes).toHaveLength(6)
  for (const outcome of outcomes) expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  await expectSilence()
})

test('below the session, no name and no address is dialled', async () => {
  const resolved = await launched().app.evaluate(async ({ session }, port) => {
    // A session of its own has none of the locks: what is left is the process itself.
    const open = session.fromPartition('without-locks')
    const asked = [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`].map((url) =>
      open.fetch(url).then(
        () => 'answered',
        () => 'failed',
      ),
    )
    return Promise.all(asked)
  }, server.port)
  expect(resolved).toEqual(['failed', 'failed'])
  await expectSilence()
})

test('the window stays where it is and opens no other', async () => {
  const { app, page } = launched()
  const before = page.url()
  const answers = await page.evaluate((port) => {
    const url = `http://127.0.0.1:${port}/`
    const opened = window.open(url)
    const openedOwn = window.open('app://main/index.html')
    const link = document.createElement('a')
    link.href = url
    link.target = '_blank'
    link.textContent = 'outside'
    document.body.append(link)
    link.click()
    const form = document.createElement('form')
    form.method = 'post'
    form.action = url
    document.body.append(form)
    form.submit()
    return [opened, openedOwn]
  }, server.port)
  expect(answers).toEqual([null, null])
  for (const target of [
    `http://127.0.0.1:${server.port}/`,
    'file:///etc/hostname',
    'app://print/',
  ]) {
    await page.evaluate((address) => {
      location.href = address
    }, target)
    // A request of the page after it: the navigation was refused by the time it is answered.
    await page.evaluate(() => fetch('/index.html').then((answer) => answer.text()))
    expect(page.url()).toBe(before)
  }
  expect(app.windows()).toHaveLength(1)
  await expectSilence()
})

test('a printed document runs nothing and loads nothing', async () => {
  const path = join(launched().userDataDir, 'letter.pdf')
  await chooseSavePath(launched().app, path)
  const reply = await launched().page.evaluate((port) => {
    const url = `http://127.0.0.1:${port}/`
    return window.desktop?.savePdf({
      suggestedName: 'letter.pdf',
      title: '申请 <书>',
      locale: 'zh-CN',
      html:
        `<meta http-equiv="refresh" content="0;url=${url}"><link rel="preconnect" href="${url}">` +
        `<link rel="stylesheet" href="${url}"><img src="${url}"><iframe src="${url}"></iframe>` +
        `<script>document.body.textContent = 'scripts ran'</script><h1>还款申请</h1>`,
    })
  }, server.port)
  expect(reply).toEqual({ ok: true, value: { path } })
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  await expectSilence()
})
