import { readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints what stood on the page when a test failed: where only the output is kept, it is all there is to look at. */
class TellPage implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const path = result.attachments.find(({ name }) => name === 'error-context')?.path
    if (result.status === 'passed' || path === undefined) return
    console.log(`\nThe page when “${test.title}” failed:\n\n${readFileSync(path, 'utf8')}`)
  }

  printsToStdio(): boolean {
    return false
  }
}

export default TellPage
