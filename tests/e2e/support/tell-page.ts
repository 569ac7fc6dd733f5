import { readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints what stood on the page when a test failed: where only the output is kept, it is all there is to look at. */
class TellPage implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const path = result.attachments.find(({ name }) => name === 'error-context')?.path
    if (result.status === 'passed' || path === undefined) return
    const context = readFileSync(path, 'utf8')
    // The error and the test's own lines are printed with it anyway.
    const [, page = context] = /# Page snapshot\s+([\s\S]*?)(?=\n# |$)/.exec(context) ?? []
    console.log(`\nThe page when “${test.title}” failed:\n\n${page}`)
  }

  printsToStdio(): boolean {
    return false
  }
}

export default TellPage
