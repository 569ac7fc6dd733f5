import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 A and AA, and what is good practice beside them. What passes is only counted: naming every node that does takes most of the time. */
const RULES: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
}
/** What another theme can break. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast'] },
  resultTypes: ['violations'],
}

/** Loads axe into the document once: that takes longer than looking at a page. */
async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => window.axe !== undefined)) return
  await page.evaluate(source)
}

async function run(page: Page, options: RunOptions): Promise<readonly string[]> {
  const result = await page.evaluate((chosen) => window.axe?.run(document, chosen), options)
  if (result === undefined || result.passes.length === 0) throw new Error('axe looked at nothing')
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

/** What axe finds on the screen that is shown. */
export async function findings(page: Page): Promise<readonly string[]> {
  await loadAxe(page)
  return run(page, RULES)
}

/** The same, and what its colours are like in the dark: nothing else depends on the theme. */
export async function findingsInBothThemes(page: Page): Promise<readonly string[]> {
  const light = await findings(page)
  // Colours that are half way to the other theme would be read as they are.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await showTheme(page, 'dark')
  const dark = await run(page, COLOURS)
  await showTheme(page, 'light')
  return [...light, ...dark.map((finding) => `dark: ${finding}`)]
}

/** A dialog on top leaves the button for the theme out of reach. */
async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name
  }, theme)
}
