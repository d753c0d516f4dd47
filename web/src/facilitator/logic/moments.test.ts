import { describe, expect, it } from 'vitest'
import { minutesIn } from './moments'

describe('a moment as it is typed', () => {
  it.each(['', 'straks', '12:3', '12:75', '1:75:00', '-3', '12:30:00:00'])('is none: %s', (typed) => {
    expect(minutesIn(typed)).toBeUndefined()
  })
  it.each([
    ['12', 720_000],
    ['12:30', 750_000],
    ['12.30', 750_000],
    ['100:00', 6_000_000],
    [' 1:02:30 ', 3_750_000],
  ])('is read: %s', (typed, ms) => {
    expect(minutesIn(typed)).toBe(ms)
  })
})
