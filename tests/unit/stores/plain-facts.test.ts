import { isProxy, reactive } from 'vue'
import { describe, expect, it } from 'vitest'
import { aCase, aLoan } from '../../support/builders.ts'
import { plainFacts } from '../../../src/stores/plain-facts.ts'

describe('facts without proxies', () => {
  it('are the very same objects where there was none', () => {
    const facts = aCase()
    expect(plainFacts(facts)).toBe(facts)
  })

  it('are not looked through again where they are those of before', () => {
    const facts = aCase()
    const looked = new Set<string>()
    const watched = new Proxy(facts.budget, {
      ownKeys: (target) => {
        looked.add('budget')
        return Reflect.ownKeys(target)
      },
    })
    const before = { ...facts, budget: watched }
    expect(plainFacts({ ...before, payments: [] }, before).budget).toBe(watched)
    expect([...looked]).toEqual([])
    plainFacts({ ...before, payments: [] })
    expect([...looked]).toEqual(['budget'])
  })

  it('can be handed to a worker, whatever form they came from', () => {
    const loan = { ...aLoan(), offers: reactive([]), fees: reactive([{ label: 'fee' }]) }
    const facts = { ...aCase(), loans: [reactive(loan)], tasks: reactive([]) }
    expect(() => structuredClone(facts)).toThrow()
    const plain = plainFacts(facts)
    expect(structuredClone(plain)).toEqual(plain)
    expect([plain.loans, plain.loans[0], plain.loans[0]?.fees, plain.tasks].some(isProxy)).toBe(
      false,
    )
    expect(plain.loans[0]?.fees).toEqual([{ label: 'fee' }])
    expect(plain.budget).toBe(facts.budget)
  })
})
