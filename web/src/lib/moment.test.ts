import { describe, expect, it } from 'vitest'
import { isSameDay, wallMoment } from './time'

const now = new Date(2026, 11, 1, 9, 0).getTime()
const later = (day: number, hour: number) => new Date(2026, 11, day, hour, 30).getTime()

describe('when people are told to be back', () => {
  it('is a time on the same day', () => {
    expect(isSameDay(later(1, 23), now)).toBe(true)
    expect(wallMoment(later(1, 14), now)).toBe('14.30')
  })

  it('names the day when it is another one, however near', () => {
    expect(isSameDay(later(2, 0), now)).toBe(false)
    expect(wallMoment(later(8, 14), now)).toBe('dinsdag 8 december, 14.30')
  })
})
