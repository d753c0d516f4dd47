import { describe, expect, it } from 'vitest'
import { summary } from './probe'
import { browserVerdict, clockVerdict, delayVerdict, overall, screenVerdict, transportVerdict } from './verdict'

describe('a verdict', () => {
  it('is poor only where nobody could play', () => {
    expect(transportVerdict('none').level).toBe('poor')
    expect(delayVerdict(undefined).level).toBe('poor')
    expect(delayVerdict({ median: 1400, offset: 0 }).level).toBe('poor')
  })

  it('says what may be better', () => {
    expect(transportVerdict('polling').level).toBe('fair')
    expect(delayVerdict({ median: 500, offset: 0 })).toMatchObject({
      level: 'fair',
      text: expect.stringContaining('500'),
    })
    expect(browserVerdict(false).level).toBe('fair')
    expect(screenVerdict(300, 600).level).toBe('fair')
  })

  it('takes a wrong clock lightly, because the game counts by the server', () => {
    expect(clockVerdict(undefined)).toBeUndefined()
    expect(clockVerdict({ median: 20, offset: 900 })?.level).toBe('good')
    expect(clockVerdict({ median: 20, offset: 3_600_000 })).toMatchObject({
      level: 'fair',
      text: expect.stringContaining('60 minuten'),
    })
    expect(clockVerdict({ median: 20, offset: -45_000 })?.text).toContain('45 seconden')
  })

  it('tells a projector from a phone', () => {
    expect(screenVerdict(1920, 1080).text).not.toBe(screenVerdict(390, 844).text)
  })

  it('is in all as bad as its worst part', () => {
    const [good, fair, poor] = [transportVerdict('websocket'), transportVerdict('polling'), transportVerdict('none')]
    expect(overall([good]).level).toBe('good')
    expect(overall([good, fair]).level).toBe('fair')
    expect(overall([poor, fair]).level).toBe('poor')
  })
})

describe('a delay', () => {
  it('is the middle of the pings, and the clock that of the quickest', () => {
    const trips = [
      { trip: 80, offset: 40 },
      { trip: 20, offset: 3 },
      { trip: 900, offset: 400 },
    ]
    expect(summary(trips)).toEqual({ median: 80, offset: 3 })
    expect(summary([])).toBeUndefined()
  })
})
