/** How far ahead or behind the plan the room is, when it will end, and what may be cut. Minutes. */

import type { DeskView } from '../../lib/wire'
import { inOrder, stepState } from './sheet'

export interface Pace {
  /** Behind the plan when positive, ahead when negative. */
  late: number
  /** Session minutes that are still to come by the plan. */
  left: number
  /** When behind: something optional that has not come yet. */
  cut?: { title: string; minutes: number; thing: string; kind: 'inject' | 'decision' }
}

const ENDED = new Set(['done', 'skipped', 'not_possible'])

/** `session`: session time in ms. Before the first phase the room is on time. */
export function paceOf(view: DeskView, session: number): Pace {
  const phases = inOrder(view.run_sheet)
  const total = phases.reduce((sum, phase) => sum + phase.minutes, 0)
  const now = session / 60_000
  let start = 0
  let late = 0
  for (const phase of phases) {
    if (phase.state === 'now') {
      const open = inOrder(phase.steps).find((step) => !ENDED.has(stepState(view, step)))
      const due = open === undefined ? phase.minutes : open.at + (stepState(view, open) === 'now' ? open.minutes : 0)
      const began = phase.began === undefined ? start : phase.began / 60_000
      late = Math.max(began - start, now - start - due)
      break
    }
    start += phase.minutes
  }
  const cut = late >= 1 ? toCut(view) : undefined
  return { late, left: Math.max(0, total - now + late), ...(cut === undefined ? {} : { cut }) }
}

/** Wall time at which the session ends as it goes now; a rehearsal may go faster. */
export const endOf = (view: DeskView, pace: Pace, now: number): number =>
  now + (pace.left * 60_000) / (view.pace?.speed ?? 1)

function toCut(view: DeskView): Pace['cut'] {
  for (const phase of inOrder(view.run_sheet)) {
    if (phase.state === 'done') continue
    for (const step of inOrder(phase.steps)) {
      const state = stepState(view, step)
      if (step.optional && step.minutes >= 1 && (state === 'later' || state === 'held'))
        return { title: step.title, minutes: step.minutes, thing: step.thing, kind: step.kind }
    }
  }
  return undefined
}
