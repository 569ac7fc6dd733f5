import type { ContactChannel, Locale } from '../domain/case/index.ts'
import type {
  CitedRule,
  GoalEffect,
  ListeningWords,
  ScriptEnding,
  ScriptGoal,
  ScriptSituation,
  ScriptStep,
} from '../domain/document/index.ts'

/** One thing that a person may say. */
export interface ScriptAnswer extends GoalEffect {
  readonly calm: string
  /** The same in a firmer tone. */
  readonly firm: string
  /** What comes of it. */
  readonly then: string
  /** What people are tempted to say and had better not: only for rehearsal. */
  readonly trap: boolean
  /** The id of the node that follows. */
  readonly next: string
}

/** A turn of the other side and what may be answered. */
export interface ScriptTurn {
  readonly id: string
  readonly step: ScriptStep
  readonly they: string
  readonly answers: readonly ScriptAnswer[]
  readonly why: string
  /** What not to say. */
  readonly avoid: readonly string[]
  /** Ids of the rules behind it. */
  readonly rules: readonly string[]
}

/** Where a conversation ends, and what to do after it. */
export interface ScriptEnd {
  readonly id: string
  readonly ending: ScriptEnding
  readonly after: string
}

export type ScriptNode = ScriptTurn | ScriptEnd

/** A script's words in one language; templates until it is rendered. The first node opens. */
export interface ScriptText {
  readonly title: string
  /** When to use it. */
  readonly when: string
  /** What to have at hand. */
  readonly prepare: readonly string[]
  readonly channel: ContactChannel
  readonly goals: readonly ScriptGoal[]
  readonly nodes: readonly ScriptNode[]
}

/** A branching conversation for one situation, in each language on the same graph. */
export interface CallScript {
  readonly id: ScriptSituation
  readonly texts: Readonly<Record<Locale, ScriptText>>
}

/** Everything of a pack that is about talking. */
export interface ScriptBook {
  readonly scripts: readonly CallScript[]
  /** Sentences that scripts share: `{{ phrase.offer }}`. */
  readonly phrases: Readonly<Record<Locale, Readonly<Record<string, string>>>>
  /** How a typed answer is read. */
  readonly listening: Readonly<Record<Locale, ListeningWords>>
}

/** A script with the person's own numbers, ready to be read or rehearsed. Of the rules only those that apply are left. */
export interface RenderedScript extends Omit<ScriptText, 'nodes'> {
  readonly id: ScriptSituation
  readonly locale: Locale
  readonly nodes: readonly RenderedNode[]
}

export type RenderedTurn = Omit<ScriptTurn, 'rules'> & { readonly rules: readonly CitedRule[] }
export type RenderedNode = RenderedTurn | ScriptEnd
