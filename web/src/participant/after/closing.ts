/**
 * What a phone asks at the close: the resolution first, which stands above this (`TakeHome`), and then, one thing at a
 * time, the statements, the place on one's own list and the grade.
 */

import type { DebriefPart, Own } from '../../lib/wire'

export const PRIORITY = 'priority'
export const GRADE = 'grade'

export const closingSteps = (debrief: DebriefPart): string[] => [
  ...Object.entries(debrief.statements)
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id]) => id),
  PRIORITY,
  GRADE,
]

/** As the server has it: what is on its way is not answered yet. */
export function isAnswered(own: Own | undefined, step: string): boolean {
  switch (step) {
    case PRIORITY:
      return own?.priority.after !== undefined
    case GRADE:
      return own?.grade !== undefined
    default:
      return own?.answers[`after:${step}`] !== undefined || own?.answers[`then:${step}`] !== undefined
  }
}
