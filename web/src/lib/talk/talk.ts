/** The talk afterwards: its steps, moments and pages, worked out from the view. Session times in milliseconds. */

import { inOrder } from '../order'
import { m } from '../paraglide/messages.js'
import { gameTime, hoursMinutes } from '../time'
import type {
  Conversation,
  IndicatorPart,
  Lookback,
  MatrixRow,
  Replay,
  SharedNews,
  Shift,
  TalkStep,
  TimeLine,
} from '../wire'

export type Facts = NonNullable<TalkStep['facts']>
export type Sign = MatrixRow['signs'][string]

const FACTS: Record<Facts, () => string> = {
  timeline: m.talk_timeline,
  curves: m.talk_curves,
  matrix: m.talk_matrix,
  roads: m.talk_roads,
  decisions: m.talk_decisions,
  lessons: m.talk_lessons,
}
const LINES: Record<TimeLine['kind'], () => string> = {
  phase: m.talk_line_phase,
  news: m.talk_line_news,
  private: m.talk_line_private,
  shared: m.talk_line_shared,
  opened: m.talk_line_opened,
  reopened: m.talk_line_reopened,
  revealed: m.talk_line_revealed,
  settled: m.talk_line_settled,
  effective: m.talk_line_effective,
  rung: m.talk_line_rung,
}
export const SIGNS: Record<Sign, () => string> = {
  shared: m.talk_sign_shared,
  opened: m.talk_sign_opened,
  sent: m.talk_sign_sent,
  heard: m.talk_sign_heard,
  none: m.talk_sign_none,
  stand_in: m.talk_sign_stand_in,
}

export const factsName = (facts: Facts): string => FACTS[facts]()

/** What a step is called in a list. */
export const stepName = (step: TalkStep): string =>
  step.question ?? (step.facts === undefined ? '' : factsName(step.facts))

export const shownStep = (talk: Conversation | undefined): TalkStep | undefined =>
  talk?.step === undefined ? undefined : talk.steps[talk.step]

/** The step so many places further; before any step the first one. */
export function neighbour(talk: Conversation, by: 1 | -1): string | undefined {
  const ids = inOrder(talk.steps).map(([id]) => id)
  const here = talk.step === undefined ? -1 : ids.indexOf(talk.step)
  return here < 0 && by < 0 ? undefined : ids[here + by]
}

/** Session time that a replay has reached at server time `now`. */
export const reached = (replay: Replay, now: number, ends: number): number =>
  Math.min(ends, replay.at + Math.max(0, now - replay.since) * replay.speed)

/** The server time of then, as it goes on while a replay runs. */
export const thenTime = (lookback: Lookback, now: number): number =>
  lookback.at + Math.max(0, now - lookback.since) * lookback.speed

/** `16.10` in the story, else `0:38` of the session. */
export const momentOf = (line: { at: number; game?: number }, language: string): string =>
  line.game === undefined ? hoursMinutes(line.at) : gameTime(line.game, language)

/** The last thing that had happened at this session time. */
export const lastAt = (lines: TimeLine[], at: number): TimeLine | undefined =>
  lines.filter((line) => line.at <= at).at(-1)

/** Option → who chose it. */
export function choosers(choices: Array<{ name: string; option: string | undefined }>): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { name, option } of choices) if (option !== undefined) found[option] = [...(found[option] ?? []), name]
  return found
}

/** So many lines stand on the screen at once. */
export const SCREEN_LINES = 18

/** The lines that the screen shows: of a vote only how it ended, where that is told. */
export function onScreen(lines: TimeLine[]): TimeLine[] {
  const settled = lines.some((line) => line.kind === 'settled')
  return lines.filter(({ kind }) => kind !== 'private' && kind !== 'opened' && !(settled && kind === 'revealed'))
}

/** What a phase is called at a place with little room: what stands before its colon. */
export const shortTitle = (title: string): string => title.split(':')[0] ?? title

export const lineName = (line: TimeLine): string => LINES[line.kind]()

/** When a message came to the table. */
export function sharedWhen(shared: SharedNews | undefined): string {
  if (shared === undefined) return m.talk_never()
  const minutes = Math.round(shared.after / 60_000)
  return minutes === 0 ? m.talk_at_once() : m.talk_after({ minutes })
}

export interface Page<T> {
  rows: T[]
  /** Counts from 1. */
  page: number
  of: number
}

/** One page of rows; a page beyond the last is the last. */
export function pageOf<T>(rows: T[], page: number, size: number): Page<T> {
  const of = Math.max(1, Math.ceil(rows.length / size))
  const place = Math.min(page, of - 1)
  return { rows: rows.slice(place * size, place * size + size), page: place + 1, of }
}

export interface Course {
  id: string
  part: IndicatorPart
  /** Levels over session time, the first at its start. */
  points: Array<{ at: number; value: number; shift: number | undefined }>
  end: number
}

const clamp = (value: number): number => Math.max(0, Math.min(100, value))

/** How each indicator went, from its start through every shift. `shift`: which of them brought it there. */
export function coursesOf(indicators: Record<string, IndicatorPart>, shifts: Shift[]): Course[] {
  return inOrder(indicators).map(([id, part]) => {
    let value = part.start
    const points: Course['points'] = [{ at: 0, value, shift: undefined }]
    shifts.forEach((shift, index) => {
      const by = shift.moves[id]
      if (by === undefined) return
      value = clamp(value + by)
      points.push({ at: shift.at, value, shift: index })
    })
    return { id, part, points, end: value }
  })
}

/** `+4` or `−8`. */
export const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`)
