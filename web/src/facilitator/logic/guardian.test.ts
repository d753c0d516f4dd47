import { describe, expect, it } from 'vitest'
import { fixture } from '../../../dev/desk/fixtures'
import { clockOf, cuts, minutesUntil, plannedEnd, skipOf, taken, talked } from './guardian'

const NOON = new Date(2026, 10, 28, 12, 0).getTime()
const clock = { base: 30 * 60_000, minutes: 120 }

describe('the two hours', () => {
  it('end when what is left of them has passed', () => {
    expect(clockOf(plannedEnd(clock, NOON))).toBe('13:30')
  })
  it('are as long as it takes to the chosen time, what has passed included', () => {
    expect(minutesUntil('13:00', clock, NOON)).toBe(90)
    expect(minutesUntil('11:00', clock, NOON)).toBe(23 * 60 + 30)
    expect(minutesUntil('', clock, NOON)).toBeUndefined()
  })
})

describe('what may be cut', () => {
  it('is optional, still to come, and what saves most stands first', () => {
    const view = fixture('open')
    const found = cuts(view)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map((one) => one.minutes)).toEqual(found.map((one) => one.minutes).sort((a, b) => b - a))
    for (const one of found) expect(one.minutes).toBeGreaterThanOrEqual(1)
  })
  it('is left out from where it is, also when it was held back', () => {
    const view = fixture('open')
    expect(skipOf(view, { thing: 'bellen', kind: 'decision' })).toEqual({
      type: 'decision.skip',
      decision: 'bellen',
      from: 'planned',
    })
    expect(skipOf(view, { thing: 'raad', kind: 'inject' })).toEqual({
      type: 'inject.skip',
      inject: 'raad',
      from: 'planned',
    })
    const news = view.teams.t1?.news.raad
    if (news === undefined) throw new Error('no news')
    news.state = 'held'
    expect(skipOf(view, { thing: 'raad', kind: 'inject' })).toMatchObject({ from: 'held' })
  })
})

describe('a phase', () => {
  const phase = Object.values(fixture('open').run_sheet)[0]
  it('has taken its earlier stretches and the one that goes on', () => {
    if (phase === undefined) throw new Error('the fixture has phases')
    const { began: _, ...notBegun } = phase
    expect(taken(notBegun, 0)).toBeUndefined()
    expect(taken({ ...phase, began: 60_000, took: 120_000, state: 'now' }, 240_000)).toBe(5)
    expect(talked({ ...phase, talk: 60_000, talks_since: 0 }, 120_000)).toBe(3)
  })
})
