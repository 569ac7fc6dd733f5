import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import {
  AGREEMENT_FINDINGS,
  type AgreementCheck,
  type AgreementFinding,
} from '../../../src/domain/proposal/index.ts'
import { ZERO_FEN } from '../../../src/domain/kernel/index.ts'
import AgreementFindings from '../../../src/ui/talks/AgreementFindings.vue'
import { yuan } from '../../support/builders.ts'
import { translator } from '../../support/mount-screen.ts'

const findings = AGREEMENT_FINDINGS.map((code): AgreementFinding => ({
  code,
  severity: 'warn',
  amount: yuan(12.5),
  label: '手续费',
  months: 61,
  ...(code === 'item-missing' ? { item: 'currency' } : {}),
}))
const check: AgreementCheck = {
  findings,
  total: yuan(100),
  fees: ZERO_FEN,
  balance: yuan(100),
  cost: ZERO_FEN,
  againstPlan: null,
  rate: 0,
}

describe.each(['zh-CN', 'en'] as const)('what an agreement lacks, in %s', (locale) => {
  it('has a sentence of its own for each finding, without a gap', () => {
    const wrapper = mount(AgreementFindings, {
      props: { check, rateLimit: 0.24, isBlank: false },
      global: { plugins: [translator(locale)] },
    })
    const lines = wrapper.findAll('li').map((line) => line.text())
    expect(new Set(lines).size).toBe(AGREEMENT_FINDINGS.length)
    for (const line of lines) expect(line).not.toMatch(/[{}]|undefined|“”/)
  })
})
