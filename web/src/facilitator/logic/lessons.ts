/** Lessons on the desk: by kind, the unread first, and each with what stands under it. */

import type { DeskLesson } from '../../lib/wire'

export const KINDS = ['keep', 'change', 'ask'] as const

export interface Gathered extends DeskLesson {
  id: string
  /** Lessons that say nearly the same. */
  under: Array<DeskLesson & { id: string }>
}

const STATES: ReadonlyArray<DeskLesson['state']> = ['new', 'shown', 'hidden']

export function gathered(lessons: Record<string, DeskLesson>, kind: DeskLesson['kind']): Gathered[] {
  const all = Object.entries(lessons).map(([id, lesson]) => ({ id, ...lesson }))
  return all
    .filter((lesson) => lesson.kind === kind && lesson.into === undefined)
    .map((lesson) => ({ ...lesson, under: all.filter((one) => one.into === lesson.id) }))
    .sort(
      (one, other) =>
        STATES.indexOf(one.state) - STATES.indexOf(other.state) || other.stars - one.stars || one.order - other.order,
    )
}

export const unread = (lessons: Record<string, DeskLesson>): number =>
  Object.values(lessons).filter((lesson) => lesson.state === 'new' && lesson.into === undefined).length
