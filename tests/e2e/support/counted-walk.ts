import type { Locator, Page } from '@playwright/test'

interface Step {
  readonly name: string
  clicks: number
  keys: number
  readonly began: number
}

/** A page that counts what a person does on it, step by step. */
export class CountedWalk {
  readonly steps: Step[] = []
  private page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Goes on with another window: the one after a restart. */
  goOnWith(page: Page): void {
    this.page = page
  }

  step(name: string): void {
    this.steps.push({ name, clicks: 0, keys: 0, began: performance.now() })
  }

  async click(target: Locator): Promise<void> {
    this.now.clicks += 1
    await target.click()
  }

  async press(key: string): Promise<void> {
    this.now.keys += 1
    await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    this.now.keys += text.length
    await this.page.keyboard.type(text)
  }

  /** Clicks and keystrokes of all steps. */
  get total(): { readonly clicks: number; readonly keys: number } {
    return {
      clicks: this.steps.reduce((sum, { clicks }) => sum + clicks, 0),
      keys: this.steps.reduce((sum, { keys }) => sum + keys, 0),
    }
  }

  /** A line a step, to be printed. */
  report(title: string): string {
    const lines = this.steps.map(({ name, clicks, keys }, at) =>
      [
        String(at + 1).padStart(2),
        name.padEnd(16),
        `${String(clicks)} clicks`,
        `${String(keys)} keys`,
      ].join('  '),
    )
    const { clicks, keys } = this.total
    return [`${title}: ${String(clicks)} clicks, ${String(keys)} keys`, ...lines].join('\n')
  }

  private get now(): Step {
    const step = this.steps.at(-1)
    if (step === undefined) throw new Error('no step has begun')
    return step
  }
}
