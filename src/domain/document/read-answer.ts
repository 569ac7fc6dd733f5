import type { Fen } from '../kernel/index.ts'
import { judgePromise } from './promise.ts'
import { readAmounts } from './read-amounts.ts'
import type { GoalEffect } from './rehearsal.ts'
import type { PromiseBounds, ScriptGoal } from './script-types.ts'

/** Words of a language by which a typed answer is read. All in lower case. */
export interface ListeningWords {
  /** Turn a sentence around: 不能, can't. */
  readonly negation: readonly string[]
  /** Start a new thought within a sentence: 但是, but. */
  readonly contrast: readonly string[]
  /** A sentence about what is owed, which promises nothing. */
  readonly owing: readonly string[]
  /** Promises everything. */
  readonly everything: readonly string[]
  /** Name a day. */
  readonly day: readonly string[]
  /** Speak of taking a new loan. */
  readonly borrowing: readonly string[]
  /** Show that a goal was reached. */
  readonly goals: Readonly<Partial<Record<ScriptGoal, readonly string[]>>>
}

/** What the simple rules found in a typed answer. */
export interface AnswerReading extends GoalEffect {
  /** Amounts that were promised. */
  readonly promised: readonly Fen[]
  /** The largest of them that goes beyond what is affordable. */
  readonly beyond: Fen | null
  readonly namesDay: boolean
}

const CLAUSE_END = /[，。！？；、\n]|[,.!?;](?!\d)/
const DAY = /\d{1,2}\s*(?:号|日|st\b|nd\b|rd\b|th\b)/

/**
 * Reads a typed answer by words and numbers, clause by clause: a clause that denies promises nothing,
 * and neither does one about the balance. It can miss what is said in other words; it never guesses.
 */
export function readAnswer(
  text: string,
  words: ListeningWords,
  bounds: PromiseBounds,
): AnswerReading {
  const whole = text.toLowerCase()
  const clauses = clausesOf(whole, words.contrast)
  const affirmed = clauses.filter((clause) => !hasAny(clause, words.negation))
  const promising = affirmed.filter((clause) => !hasAny(clause, words.owing))
  const promised = promising.flatMap(readAmounts)
  const beyond = promised.filter((amount) => judgePromise(amount, bounds) === 'beyond-affordable')
  const namesDay = DAY.test(whole) || hasAny(whole, words.day)
  const promisesAll = promising.some((clause) => hasAny(clause, words.everything))
  const borrows = affirmed.some((clause) => hasAny(clause, words.borrowing))
  return {
    earns: [
      ...(promised.length > 0 && namesDay && beyond.length === 0 ? (['offer'] as const) : []),
      ...goalsIn(whole, words),
    ],
    breaks: [
      ...(beyond.length > 0 || promisesAll ? (['within-plan'] as const) : []),
      ...(borrows ? (['no-new-loan'] as const) : []),
    ],
    promised,
    beyond: beyond.length === 0 ? null : beyond.reduce((most, one) => (one > most ? one : most)),
    namesDay,
  }
}

function clausesOf(text: string, contrast: readonly string[]): readonly string[] {
  return contrast
    .reduce((rest, word) => rest.replaceAll(word, '\n'), text)
    .split(CLAUSE_END)
    .filter((clause) => clause.trim() !== '')
}

function goalsIn(text: string, { goals }: ListeningWords): readonly ScriptGoal[] {
  const named = Object.entries(goals) as readonly [ScriptGoal, readonly string[]][]
  return named.filter(([, words]) => hasAny(text, words)).map(([goal]) => goal)
}

const hasAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) => ` ${text} `.includes(word))
