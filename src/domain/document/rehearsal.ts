import { KEPT_GOALS, type ScriptGoal } from './script-types.ts'

/** What one answer did for the goals of a conversation. */
export interface GoalEffect {
  readonly earns: readonly ScriptGoal[]
  readonly breaks: readonly ScriptGoal[]
}

export interface GoalResult {
  readonly goal: ScriptGoal
  readonly result: 'met' | 'missed' | 'broken'
}

/**
 * How a conversation did, goal by goal. What was broken once stays broken: a promise can't be unsaid.
 * A goal that is kept by not breaking it is met without being earned.
 */
export function checkRehearsal(
  goals: readonly ScriptGoal[],
  effects: readonly GoalEffect[],
): readonly GoalResult[] {
  const earned = new Set(effects.flatMap(({ earns }) => earns))
  const broken = new Set(effects.flatMap(({ breaks }) => breaks))
  return goals.map((goal) => {
    if (broken.has(goal)) return { goal, result: 'broken' }
    const isMet = earned.has(goal) || KEPT_GOALS.includes(goal)
    return { goal, result: isMet ? 'met' : 'missed' }
  })
}
