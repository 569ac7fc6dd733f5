import type { Page } from '@playwright/test'
import { GO_AREAS } from '../../src/contract/index.ts'

/** A page of the app and how to get to it. */
export interface Pictured {
  readonly name: string
  readonly path: string
  /** The first link below the page at `path` that leads on to the page itself. */
  readonly link?: string
}

/** The pages of the README, in its order. */
export const README_PAGES = ['overview', 'debts', 'budget', 'proposals', 'calls', 'letter'] as const

/** Every area, and the pages below them that look like no other. */
export const ALL_PAGES: readonly Pictured[] = [
  ...GO_AREAS.map((name) => ({ name, path: name === 'overview' ? '/' : `/${name}` })),
  { name: 'debt', path: '/debts', link: 'main a[href^="#/debts/"]:not([href$="/new"])' },
  { name: 'debt-new', path: '/debts/new' },
  { name: 'proposal', path: '/proposals', link: 'main a[href^="#/proposals/"]' },
  { name: 'compare', path: '/proposals/compare' },
  { name: 'what-if', path: '/proposals/what-if' },
  { name: 'agreement', path: '/talks', link: 'main a[href$="/agreement"]' },
  { name: 'call', path: '/calls', link: 'main a[href^="#/calls/"]' },
  { name: 'contacts-times', path: '/contacts/times' },
  { name: 'contacts-check-up', path: '/contacts/check-up' },
  { name: 'rights-stages', path: '/rights/stages-of-collection' },
  { name: 'rights-loan', path: '/rights', link: 'main a[href^="#/rights/loans/"]' },
  { name: 'rights-scam', path: '/rights/scam-check' },
  { name: 'rights-evidence', path: '/rights/evidence-pack' },
  { name: 'rights-complaints', path: '/rights/complaints' },
  { name: 'rights-topic', path: '/rights/how-to-complain' },
  { name: 'start', path: '/start' },
  { name: 'manual', path: '/manual' },
]

/** What is there once a plan was accepted. */
export const PLAN_PAGES: readonly Pictured[] = [
  { name: 'plan-followed', path: '/plan' },
  { name: 'agenda', path: '/plan/calendar' },
  { name: 'payments', path: '/plan/payments' },
  { name: 'plan-variance', path: '/plan/variance' },
  { name: 'review', path: '/plan/review' },
  { name: 'history', path: '/plan/history' },
  { name: 'plan-replan', path: '/plan/replan' },
]

/** How long charts and late pages may take to stand still. */
const SETTLED_MS = 700

/** Nothing is searched for or moves any more, every chart is drawn, and the pointer is nowhere. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.waitForFunction(
    () => document.querySelector('main :is(.search > progress, .wait)') === null,
  )
  await page.waitForTimeout(SETTLED_MS)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every(({ style }) => style.height !== ''),
  )
}

export const takeWindow = (page: Page): Promise<Buffer> => page.screenshot()

const TIMES_TO_GROW = 2

const heightOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight)

/**
 * From the page's head to its foot. The window is as high as the page for that time: a picture of what is
 * beyond a window's edge shows no chart that is not drawn again by then, and no row of a long list that
 * draws only what is in sight.
 */
export async function takeWhole(page: Page): Promise<Buffer> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  // The rows that come into sight are higher or lower than they were guessed to be.
  for (let time = 0; time < TIMES_TO_GROW; time += 1) {
    await page.setViewportSize({ ...size, height: await heightOf(page) })
    await settle(page)
  }
  const picture = await page.screenshot()
  await page.setViewportSize(size)
  return picture
}

/** Goes to a page of the app and waits until it stands still. */
export async function goToPage(page: Page, { path, link }: Pictured): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#${path}`)
  await page.locator('main :is(h1, h2)').first().waitFor()
  await settle(page)
  if (link === undefined) return
  await page.locator(link).first().click()
  await settle(page)
}

/** Accepts the recommended proposal, as a person does. */
export async function acceptProposal(page: Page): Promise<void> {
  await goToPage(page, { name: 'proposal', path: '/proposals', link: 'main .primary[href]' })
  await page.locator('main .accept > button').click()
  await page.locator('dialog[open] button.primary').click()
  await settle(page)
}
