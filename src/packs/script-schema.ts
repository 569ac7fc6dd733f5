import { z } from 'zod'
import { CONTACT_CHANNELS } from '../domain/case/index.ts'
import {
  SCRIPT_ENDINGS,
  SCRIPT_GOALS,
  SCRIPT_SITUATIONS,
  SCRIPT_STEPS,
  type ListeningWords,
} from '../domain/document/index.ts'
import type { ScriptAnswer } from './script.ts'
import { id, words } from './schema-values.ts'

const goals = z.array(z.enum(SCRIPT_GOALS))

const answer = z
  .strictObject({
    calm: words,
    firm: words.optional(),
    then: words,
    trap: z.boolean().default(false),
    earns: goals.default([]),
    breaks: goals.default([]),
    next: id,
  })
  .transform((read): ScriptAnswer => ({ ...read, firm: read.firm ?? read.calm }))

const turn = z.strictObject({
  id,
  step: z.enum(SCRIPT_STEPS),
  they: words,
  answers: z.array(answer).min(1).max(4),
  why: words,
  avoid: z.array(words).default([]),
  rules: z.array(id).default([]),
})

const end = z.strictObject({ id, ending: z.enum(SCRIPT_ENDINGS), after: words })

/** A script in one language, as its file holds it. */
export const scriptFile = z.strictObject({
  id: z.enum(SCRIPT_SITUATIONS),
  channel: z.enum(CONTACT_CHANNELS),
  goals: goals.min(1),
  title: words,
  when: words,
  prepare: z.array(words).min(1),
  nodes: z.array(z.union([turn, end])).min(2),
})

export const phrasesFile = z.record(z.string().regex(/^[a-z]+$/), words)

/** Spaces count: they keep a short word apart from longer ones that hold it. */
const wordList = z.array(z.string().min(1)).min(1)

/** The words by which a typed answer is read. */
export const listeningFile = z.strictObject({
  negation: wordList,
  contrast: wordList,
  owing: wordList,
  everything: wordList,
  day: wordList,
  borrowing: wordList,
  goals: z.partialRecord(z.enum(SCRIPT_GOALS), wordList).transform(
    // A goal that is not there is not there; it is never undefined.
    (goals) => goals as ListeningWords['goals'],
  ),
})
