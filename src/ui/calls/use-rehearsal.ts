import { computed, ref, type Ref } from 'vue'
import {
  checkRehearsal,
  readAnswer,
  type AnswerReading,
  type GoalEffect,
  type ListeningWords,
  type PromiseBounds,
  type ScriptTone,
} from '../../domain/document/index.ts'
import type { RenderedScript, RenderedTurn, ScriptAnswer } from '../../packs/index.ts'

/** One exchange of a rehearsal. */
export interface Exchange {
  readonly turn: RenderedTurn
  /** What was said, as the person chose or typed it. */
  readonly said: string
  /** The answer that the talk goes on from. */
  readonly answer: ScriptAnswer
  /** What the rules found in typed words; null for a chosen answer. */
  readonly reading: AnswerReading | null
  readonly effect: GoalEffect
}

interface RehearsalOf {
  readonly script: Readonly<Ref<RenderedScript>>
  readonly tone: Readonly<Ref<ScriptTone>>
  readonly words: Readonly<Ref<ListeningWords>>
  readonly bounds: Readonly<Ref<PromiseBounds>>
}

/** A talk played through: they speak, one answers, something comes of it. Figures that change meanwhile change what is still to come. */
export function useRehearsal({ script, tone, words, bounds }: RehearsalOf) {
  const exchanges = ref<readonly Exchange[]>([])

  const node = computed(() => {
    const { nodes } = script.value
    const id = exchanges.value.at(-1)?.answer.next
    return (id === undefined ? nodes[0] : nodes.find((other) => other.id === id)) ?? null
  })
  const turn = computed(() => (node.value !== null && 'answers' in node.value ? node.value : null))
  const end = computed(() => (node.value !== null && 'after' in node.value ? node.value : null))
  /** The answers, the good one not always first: a rehearsal where one presses 1 all the time teaches nothing. */
  const choices = computed(() =>
    turn.value === null ? [] : rotated(turn.value.answers, placeOf(script.value, turn.value)),
  )
  const results = computed(() =>
    checkRehearsal(
      script.value.goals,
      exchanges.value.map(({ effect }) => effect),
    ),
  )

  function add(said: string, answer: ScriptAnswer, reading: AnswerReading | null): void {
    if (turn.value === null) return
    const effect = reading ?? answer
    exchanges.value = [...exchanges.value, { turn: turn.value, said, answer, reading, effect }]
  }

  /** Says one of the answers, counted from 0 as they are shown. */
  function choose(index: number): void {
    const answer = choices.value[index]
    if (answer !== undefined) add(answer[tone.value], answer, null)
  }

  /** Says something of one's own. The talk goes on as after a slip where the words were one. */
  function say(text: string): void {
    const said = text.trim()
    if (said === '' || turn.value === null) return
    const reading = readAnswer(said, words.value, bounds.value)
    const answer = answerLike(turn.value, reading)
    if (answer !== undefined) add(said, answer, reading)
  }

  const stepBack = (): void => {
    exchanges.value = exchanges.value.slice(0, -1)
  }
  const restart = (): void => {
    exchanges.value = []
  }
  return { exchanges, turn, end, choices, results, choose, say, stepBack, restart }
}

const answerLike = (turn: RenderedTurn, { breaks }: AnswerReading): ScriptAnswer | undefined =>
  turn.answers.find(
    (answer) => answer.trap && answer.breaks.some((goal) => breaks.includes(goal)),
  ) ?? turn.answers.find(({ trap }) => !trap)

const placeOf = ({ nodes }: RenderedScript, turn: RenderedTurn): number =>
  nodes.findIndex(({ id }) => id === turn.id)

const rotated = <Item>(items: readonly Item[], by: number): readonly Item[] => {
  const start = items.length === 0 ? 0 : by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
