import { describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { createAppRouter, type AppViews } from '../../../src/ui/frame/router.ts'

const view = () => Promise.resolve({ default: { render: () => null } })
/** Every page is the same empty one. */
const views = new Proxy({}, { get: () => view }) as AppViews

async function goTo(path: string, hasCase: boolean) {
  const router = createAppRouter(views, () => hasCase, createMemoryHistory())
  await router.push(path)
  return router.currentRoute.value
}

describe('the pages', () => {
  it.each([
    '/start',
    '/debts',
    '/debts/new',
    '/budget',
    '/proposals',
    '/talks',
    '/calls',
    '/letter',
    '/plan',
  ])('need a case for %s', async (path) => {
    expect((await goTo(path, false)).name).toBe('overview')
    expect((await goTo(path, true)).path).toBe(path)
  })

  it('can be set up before there is a case', async () => {
    expect((await goTo('/settings', false)).name).toBe('settings')
  })

  it('tell a new loan from one whose id is new to them', async () => {
    expect((await goTo('/debts/new', true)).name).toBe('debt-new')
    expect((await goTo('/debts/l1', true)).name).toBe('debt')
    expect((await goTo('/debts/l1/edit', true)).name).toBe('debt-edit')
  })

  it('lead home from an address that is none', async () => {
    expect((await goTo('/nowhere/at/all', true)).name).toBe('overview')
  })

  it.each([
    [true, 'overview'],
    [false, 'welcome'],
  ])('read the first one before they lead to it: with a case %s the %s', async (hasCase, name) => {
    const read: string[] = []
    const noted = (page: string) => () => {
      read.push(page)
      return view()
    }
    const all = new Proxy({}, { get: (_, page) => noted(String(page)) }) as AppViews
    await createAppRouter(all, () => hasCase, createMemoryHistory()).push('/')
    expect(read).toEqual([name])
  })

  it('lead to the first one too where it can not be read, which is told there', async () => {
    const broken = () => Promise.reject(new Error('planted'))
    const none = new Proxy({}, { get: () => broken }) as AppViews
    const router = createAppRouter(none, () => true, createMemoryHistory())
    await router.push('/')
    expect(router.currentRoute.value.name).toBe('overview')
  })
})
