/** What a revealed decision shows: per team, and for a hall the sum of all its tables. */

import { inOrder } from '../../lib/order'
import type { ScreenDecision, ScreenQuestion, ScreenView } from '../../lib/wire'

export { letterOf, shortNames } from '../../lib/tables'

export interface TeamResult {
  id: string
  name: string
  part: ScreenDecision
}

/** From this many teams on, the screen shows a hall: sums, and no table by itself. */
export const HALL = 9

export function teamsOf(view: ScreenView, question: ScreenQuestion): TeamResult[] {
  return inOrder(view.teams).flatMap(([id, team]) => {
    const part = question.teams[id]
    return part === undefined ? [] : [{ id, name: team.name, part }]
  })
}

export interface HallLine {
  option: string
  label: string
  votes: number
  tables: number
}

/** Votes and choices of all tables together: it ranks nobody. */
export function hallOf(question: ScreenQuestion): HallLine[] {
  const parts = Object.values(question.teams)
  return inOrder(question.options).map(([option, { label }]) => ({
    option,
    label,
    votes: parts.reduce((sum, part) => sum + (part.counts?.[option] ?? 0), 0),
    tables: parts.filter((part) => part.option === option).length,
  }))
}

export function tallyOf(question: ScreenQuestion): { cast: number; of: number } {
  const parts = Object.values(question.teams).filter((part) => part.state !== 'skipped')
  return {
    cast: parts.reduce((sum, part) => sum + part.cast, 0),
    of: parts.reduce((sum, part) => sum + part.of, 0),
  }
}

/** With several teams only an anchor is revealed jointly; of anything else each team sees its own result. */
export const isJoint = (question: ScreenQuestion): boolean => {
  const parts = Object.values(question.teams)
  return parts.length === 1 || parts.some((part) => part.counts !== undefined || part.way !== undefined)
}

/** Session time by which an open vote is to close; of several teams the latest. */
export function dueOf(question: ScreenQuestion): number | undefined {
  const dues = Object.values(question.teams).flatMap((part) =>
    part.state === 'open' && part.due !== undefined ? [part.due] : [],
  )
  return dues.length === 0 ? undefined : Math.max(...dues)
}

/** When each dot turns over, in milliseconds: option after option in turn, the last before `end`. */
export function turns(counts: readonly number[], start = 250, end = 1100): number[][] {
  const most = Math.max(0, ...counts)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const step = all > 1 ? (end - start) / (all - 1) : 0
  const delays = counts.map(() => [] as number[])
  let turn = 0
  for (let row = 0; row < most; row += 1)
    counts.forEach((count, option) => {
      if (row < count) delays[option]?.push(Math.round(start + step * turn++))
    })
  return delays
}
