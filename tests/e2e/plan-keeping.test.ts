import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { chooseMenuItem, chooseOpenPath } from './support/file-dialogs.ts'
import { launchApp, makeUserDataDir } from './support/launch-app.ts'
import { chooseLanguage, goTo, letterSheet, planRow } from './support/walk.ts'

const FIXTURE = 'resources/samples/cn-sample.zh-CN.json'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'respite-keeping-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** A case of one's own with a plan whose first instalment falls due on 10 December 2026. */
async function caseWithPlan(): Promise<string> {
  const file = JSON.parse(await readFile(FIXTURE, 'utf8')) as Record<string, unknown>
  const loans = file['loans'] as { id: string }[]
  const loan = loans[0]?.id ?? ''
  const path = join(folder, 'case.json')
  const plan = {
    acceptedOn: '2026-11-24',
    proposal: 'pro-rata-2026-11-24',
    instalments: [
      { loan, dueOn: '2026-12-10', amount: '300.00' },
      { loan, dueOn: '2027-01-11', amount: '300.00' },
    ],
  }
  await writeFile(path, JSON.stringify({ ...file, asOf: null, plan }))
  return path
}

/** From now on notifications are only noted, and the system counts as having them. */
async function watchNotifications(app: ElectronApplication): Promise<() => Promise<unknown>> {
  await app.evaluate(({ Notification }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: { title: string; body: string }) {
      shown.push(`${this.title}: ${this.body}`)
    }
  })
  return () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
}

/** Moves the clock, and comes back to the window as after a night. */
async function comeBackOn(page: Page, moment: string): Promise<void> {
  await page.clock.setFixedTime(new Date(moment))
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

test('a reminder without amounts, a missed payment, two keys to record it, a new plan and its letter, all there after a restart', async () => {
  const userDataDir = await makeUserDataDir()
  const { app, page, close } = await launchApp({ userDataDir })
  const shown = await watchNotifications(app)
  // At night nothing is said, whenever this test runs.
  await comeBackOn(page, '2026-11-27T22:00:00')
  await chooseLanguage(page, '中文')
  await chooseOpenPath(app, await caseWithPlan())
  await chooseMenuItem(app, 'case-import')
  await goTo(page, '计划')
  await expect(planRow(page)).toContainText('还没到')

  await comeBackOn(page, '2026-12-14T07:00:00')
  expect(await shown()).toEqual([])
  await comeBackOn(page, '2026-12-14T10:00:00')
  await expect.poll(shown).toEqual(['从容还: 有事项到了日子，点开看一看。'])
  await expect(planRow(page)).toContainText('晚了')

  await chooseMenuItem(app, 'payment-new')
  await expect(page.getByRole('dialog')).toContainText('记一笔还款')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(planRow(page)).toContainText('已还清')

  await page.getByRole('main').getByRole('link', { name: '重新算一份' }).first().click()
  await page
    .getByRole('link', { name: /^给.*写信$/ })
    .first()
    .click()
  await expect(letterSheet(page)).toBeVisible()
  await close()

  const again = await launchApp({ userDataDir })
  await goTo(again.page, '计划')
  await again.page.getByRole('link', { name: '改动历史' }).click()
  await expect(again.page.getByRole('row', { name: /记录还款/ })).toHaveCount(1)
  await again.page.getByRole('link', { name: '还款记录' }).click()
  await expect(again.page.getByRole('row', { name: /2026年12月14日.*300/ })).toHaveCount(1)
  await again.close()
  await rm(userDataDir, { recursive: true, force: true })
})
