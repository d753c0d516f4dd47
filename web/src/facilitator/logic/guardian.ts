/** The two hours: when they end, and what may be cut to get there. Wall times in ms, lengths in minutes. */

import { type ClockAnchors, sessionNow } from '../../lib/time'
import type { DeskView, SheetStep } from '../../lib/wire'
import type { Order } from '../desk.svelte'
import { inOrder, type Named, stepState } from './sheet'

const MINUTE = 60_000
/** Words a minute, read aloud to a table and taken in. */
const READING = 130

export interface Cut {
  thing: string
  kind: SheetStep['kind']
  title: string
  minutes: number
}

/** Wall time at which the session ends by its length, if it goes on from now without a pause. */
export const plannedEnd = (clock: ClockAnchors, now: number): number =>
  now + clock.minutes * MINUTE - sessionNow(clock, now)

/** `16:30`, as a time field has it. */
export function clockOf(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The length of a session that ends at this time of the day, the next one that comes; undefined: not a time. */
export function minutesUntil(time: string, clock: ClockAnchors, now: number): number | undefined {
  const found = /^(\d{2}):(\d{2})$/.exec(time)
  if (found === null) return undefined
  const end = new Date(now)
  end.setHours(Number(found[1]), Number(found[2]), 0, 0)
  if (end.getTime() <= now) end.setDate(end.getDate() + 1)
  return Math.round((end.getTime() - now + sessionNow(clock, now)) / MINUTE)
}

/** Minutes that leaving this out saves: the plan's, or for news the time in which it is read, at least one. */
export function savedBy(view: DeskView, step: SheetStep): number {
  if (step.minutes >= 1) return Math.round(step.minutes)
  const words = (view.letters[step.thing]?.body ?? '').split(/\s+/).length
  return Math.max(1, Math.round(words / READING))
}

/** The optional things that are still to come, those that save most first. */
export function cuts(view: DeskView): Cut[] {
  const later = (step: Named<SheetStep>) => ['later', 'held'].includes(stepState(view, step))
  return inOrder(view.run_sheet)
    .filter((phase) => phase.state !== 'done')
    .flatMap((phase) => inOrder(phase.steps))
    .filter((step) => step.optional && later(step))
    .map((step) => ({ thing: step.thing, kind: step.kind, title: step.title, minutes: savedBy(view, step) }))
    .sort((a, b) => b.minutes - a.minutes)
}

/** The command that leaves it out, in every team where it is still to come. */
export function skipOf(view: DeskView, cut: Pick<Cut, 'thing' | 'kind'>): Order {
  if (cut.kind === 'decision') return { type: 'decision.skip', decision: cut.thing, from: 'planned' }
  const held = Object.values(view.teams).some((team) => team.news[cut.thing]?.state === 'held')
  return { type: 'inject.skip', inject: cut.thing, from: held ? 'held' : 'planned' }
}

/** Minutes of talk in a phase, the one that goes on now included. */
export function talked(phase: DeskView['run_sheet'][string], session: number): number {
  const now = phase.talks_since === undefined ? 0 : Math.max(0, session - phase.talks_since)
  return Math.round((phase.talk + now) / MINUTE)
}

/** Minutes that a phase has taken so far; undefined: it has not begun. */
export function taken(phase: DeskView['run_sheet'][string], session: number): number | undefined {
  if (phase.began === undefined) return undefined
  const now = phase.state === 'now' ? Math.max(0, session - phase.began) : 0
  return Math.round((phase.took + now) / MINUTE)
}
