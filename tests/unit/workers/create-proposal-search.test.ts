import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createProposalSearch,
  type ProposalMessage,
  type ProposalRequest,
} from '../../../src/workers/index.ts'

/** A worker that answers when the test says so. */
class FakeWorker {
  static readonly made: FakeWorker[] = []
  onmessage: ((event: { readonly data: ProposalMessage }) => void) | null = null
  onerror: ((event: { readonly message: string }) => void) | null = null
  readonly asked: unknown[] = []
  isEnded = false

  constructor() {
    FakeWorker.made.push(this)
  }

  postMessage(request: unknown): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.isEnded = true
  }

  say(data: ProposalMessage): void {
    this.onmessage?.({ data })
  }
}

const { made } = FakeWorker
const request = { seed: 1 } as ProposalRequest
const result = { kind: 'result', weighed: {} } as ProposalMessage
const progress: ProposalMessage = { kind: 'progress', step: 'optimum' }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => {
  made.length = 0
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a search in a worker', () => {
  it('leaves its worker to the next one, and what is said goes to whoever asked', () => {
    const start = createProposalSearch()
    const [first, second] = [vi.fn(), vi.fn()]
    start(request, first)
    made[0]?.say(progress)
    made[0]?.say(result)
    start(request, second)
    made[0]?.say(progress)
    expect(made).toHaveLength(1)
    expect(made[0]?.asked).toEqual([request, request])
    expect(first.mock.calls).toEqual([[progress], [result]])
    expect(second.mock.calls).toEqual([[progress]])
  })

  it('that is cancelled takes its worker with it; after its end there is nothing to cancel', () => {
    const start = createProposalSearch()
    start(request, vi.fn()).cancel()
    expect(made[0]?.isEnded).toBe(true)
    const job = start(request, vi.fn())
    made[1]?.say(result)
    start(request, vi.fn())
    job.cancel()
    expect(made).toHaveLength(2)
    expect(made[1]?.isEnded).toBe(false)
  })

  it('that fails ends its worker, whoever says so', () => {
    const start = createProposalSearch()
    const hear = vi.fn()
    start(request, hear)
    made[0]?.say({ kind: 'failed', cause: 'a' })
    start(request, hear)
    made[1]?.onerror?.({ message: 'b' })
    start(request, hear)
    expect(made.map(({ isEnded }) => isEnded)).toEqual([true, true, false])
    expect(hear.mock.calls.map(([message]) => message as unknown)).toEqual([
      { kind: 'failed', cause: 'a' },
      { kind: 'failed', cause: 'b' },
    ])
  })

  it('beside another has a worker of its own, of which one stays', () => {
    const start = createProposalSearch()
    start(request, vi.fn())
    start(request, vi.fn())
    made[0]?.say(result)
    made[1]?.say(result)
    expect(made.map(({ isEnded }) => isEnded)).toEqual([true, false])
  })

  it('that nobody follows up for two minutes leaves no worker behind', () => {
    const start = createProposalSearch()
    start(request, vi.fn())
    made[0]?.say(result)
    vi.advanceTimersByTime(119_999)
    expect(made[0]?.isEnded).toBe(false)
    vi.advanceTimersByTime(1)
    expect(made[0]?.isEnded).toBe(true)
    start(request, vi.fn())
    expect(made).toHaveLength(2)
  })
})
