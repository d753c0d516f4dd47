import { describe, expect, it } from 'vitest'
import type { Conversation, IndicatorPart, TimeLine } from '../wire'
import { choosers, coursesOf, lastAt, neighbour, onScreen, pageOf, reached, shortTitle, thenTime } from './talk'

const talk = (step?: string): Conversation => ({
  steps: { b: { order: 1 }, a: { order: 0 }, c: { order: 2 } },
  ends: 600_000,
  page: 0,
  let: false,
  ...(step === undefined ? {} : { step }),
})

describe('the steps of the talk', () => {
  it('go on in their order, and not beyond the first or the last', () => {
    expect(neighbour(talk(), 1)).toBe('a')
    expect(neighbour(talk(), -1)).toBeUndefined()
    expect(neighbour(talk('a'), 1)).toBe('b')
    expect(neighbour(talk('a'), -1)).toBeUndefined()
    expect(neighbour(talk('c'), 1)).toBeUndefined()
    expect(neighbour(talk('c'), -1)).toBe('b')
  })
})

describe('looking back', () => {
  it('reaches what time and speed say, and no further than the end', () => {
    expect(reached({ at: 10_000, since: 1000, speed: 8 }, 3000, 600_000)).toBe(26_000)
    expect(reached({ at: 10_000, since: 1000, speed: 0 }, 3000, 600_000)).toBe(10_000)
    expect(reached({ at: 10_000, since: 1000, speed: 16 }, 1e9, 600_000)).toBe(600_000)
  })

  it('tells the time of then, also when a clock runs behind', () => {
    expect(thenTime({ at: 500, session: 0, since: 1000, speed: 4 }, 1500)).toBe(2500)
    expect(thenTime({ at: 500, session: 0, since: 1000, speed: 4 }, 900)).toBe(500)
  })

  it('knows what had happened last', () => {
    const lines: TimeLine[] = [
      { at: 0, kind: 'phase', title: 'Ronde 1' },
      { at: 60_000, kind: 'news', title: 'Storing' },
    ]
    expect(lastAt(lines, 59_999)?.title).toBe('Ronde 1')
    expect(lastAt(lines, 60_000)?.title).toBe('Storing')
    expect(lastAt(lines, -1)).toBeUndefined()
  })
})

describe('what does not fit at once', () => {
  it('comes in pages, and a page beyond the last is the last', () => {
    expect(pageOf([1, 2, 3, 4, 5], 0, 2)).toEqual({ rows: [1, 2], page: 1, of: 3 })
    expect(pageOf([1, 2, 3, 4, 5], 9, 2)).toEqual({ rows: [5], page: 3, of: 3 })
    expect(pageOf([], 0, 2)).toEqual({ rows: [], page: 1, of: 1 })
  })
})

it('an indicator goes from its start through every shift that moved it', () => {
  const part = { order: 0, start: 60 } as IndicatorPart
  const [course] = coursesOf({ trust: part }, [
    { at: 10, because: '', moves: { trust: -8 } },
    { at: 20, because: '', moves: { cost: 4 } },
    { at: 30, because: '', moves: { trust: 70 } },
  ])
  expect(course?.points).toEqual([
    { at: 0, value: 60, shift: undefined },
    { at: 10, value: 52, shift: 0 },
    { at: 30, value: 100, shift: 2 },
  ])
  expect(course?.end).toBe(100)
})

describe('the timeline on the screen', () => {
  const kinds = (...given: Array<TimeLine['kind']>) =>
    onScreen(given.map((kind, at) => ({ at, kind, title: '' }))).map(({ kind }) => kind)

  it('tells of a vote how it ended', () => {
    expect(kinds('phase', 'news', 'private', 'opened', 'revealed', 'reopened', 'settled', 'rung')).toEqual([
      'phase',
      'news',
      'reopened',
      'settled',
      'rung',
    ])
  })
  it('tells that votes were revealed where it tells no more of them', () => {
    expect(kinds('phase', 'news', 'revealed')).toEqual(['phase', 'news', 'revealed'])
  })
})

it('a phase goes by what stands before its colon', () => {
  expect(shortTitle('Ronde 1: een storing?')).toBe('Ronde 1')
  expect(shortTitle('Welkom')).toBe('Welkom')
})

it('teams that chose the same stand together', () => {
  expect(
    choosers([
      { name: 'A', option: 'x' },
      { name: 'B', option: undefined },
      { name: 'C', option: 'x' },
    ]),
  ).toEqual({ x: ['A', 'C'] })
})
