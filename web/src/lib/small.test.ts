import { describe, expect, it, vi } from 'vitest'
import { Announcer } from './announce.svelte'
import { isCode, readCode, showCode } from './code'
import { graphemes } from './graphemes'
import { keepPass, keptPass, makePass } from './pass'
import { fragment } from './place'
import { countdown, gameMoment, gameNow, hoursMinutes, sessionNow, termLeft } from './time'
import { paragraphs, turns } from './turns'

describe('a room code', () => {
  it('may be typed in any case, with hyphens, blanks, O for 0 and I or L for 1', () => {
    expect(readCode(' k7mp-3xqo ')).toBe('K7MP3XQ0')
    expect(readCode('il00-0000')).toBe('11000000')
    expect(isCode('k7mp 3xq9')).toBe(true)
    expect(isCode('k7mp')).toBe(false)
  })
  it('is shown in two halves', () => {
    expect(showCode('k7mp3xq9')).toBe('K7MP-3XQ9')
    expect(showCode('k7mp')).toBe('K7MP')
  })
})

describe('a pass', () => {
  it('is 22 base64url characters and never the same', () => {
    const made = new Set(Array.from({ length: 200 }, makePass))
    expect(made.size).toBe(200)
    for (const pass of made) expect(pass).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })
  it('is kept by kind and room', () => {
    keepPass('seat', 'K7MP3XQ9', { pass: 'x', role: 'ciso' })
    expect(keptPass('seat', 'K7MP3XQ9')).toMatchObject({ pass: 'x', role: 'ciso' })
    expect(keptPass('desk', 'K7MP3XQ9')).toBeUndefined()
  })
  it('is found again in the same tab when storage is blocked', async () => {
    vi.resetModules()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked')
    })
    const first = await import('./pass')
    first.keepPass('seat', 'K7MP3XQ9', { pass: 'y' })
    vi.resetModules()
    const again = await import('./pass')
    expect(again.keptPass('seat', 'K7MP3XQ9')?.pass).toBe('y')
  })
})

describe('the clocks', () => {
  const game = { minute: 940, session: 60_000, pace: 3, first_weekday: 'fri' as const }
  it('stand still without `since`', () => {
    expect(sessionNow({ base: 5000, minutes: 120 }, 999_999)).toBe(5000)
    expect(sessionNow({ base: 5000, since: 1000, minutes: 120 }, 3000)).toBe(7000)
    expect(sessionNow({ base: 5000, since: 1000, speed: 60, minutes: 120 }, 3000)).toBe(125_000)
  })
  it('tell the story’s day and time', () => {
    const minute = gameNow({ base: 660_000, minutes: 120, game }, 0)
    expect(minute).toBe(970)
    expect(gameMoment('fri', minute ?? 0)).toBe('vrijdag 16.10')
    expect(gameMoment('fri', 1440 * 3 + 545)).toBe('maandag 09.05')
    expect(gameNow({ base: 0, minutes: 120 }, 0)).toBeUndefined()
  })
  it('count down to zero and no further', () => {
    expect(countdown(760_000)).toBe('12:40')
    expect(countdown(-5)).toBe('0:00')
    expect(countdown(3_760_000)).toBe('1:02:40')
    expect(hoursMinutes(38 * 60_000)).toBe('0:38')
  })
  it('say what is left of a term in hours, at the end in minutes', () => {
    expect(termLeft(4320 + 100, 100)).toEqual({ unit: 'hours', amount: 72 })
    expect(termLeft(150, 100)).toEqual({ unit: 'minutes', amount: 50 })
  })
})

describe('texts', () => {
  it('are counted as people count', () => {
    expect(graphemes('cafe\u0301')).toBe(4)
    expect(graphemes('👩‍👩‍👧 ja')).toBe(4)
  })
  it('of a call are turns, the reader’s own marked', () => {
    expect(turns('Servicedesk: Er is iets: raar.\nU: Wat?\nStilte')).toEqual([
      { speaker: 'Servicedesk', words: 'Er is iets: raar.', own: false },
      { speaker: 'U', words: 'Wat?', own: true },
      { speaker: '', words: 'Stilte', own: false },
    ])
  })
  it('fall into paragraphs at blank lines', () => {
    expect(paragraphs('een\n\ntwee\nregels')).toEqual(['een', 'twee\nregels'])
  })
  it('in a fragment are fields, and never break the page', () => {
    expect(fragment('#code=K7MP-3XQ9&team=t1')).toEqual({ code: 'K7MP-3XQ9', team: 't1' })
    expect(fragment('#K7MP3XQ9')).toEqual({ code: 'K7MP3XQ9' })
    expect(fragment('#code=%E0%A4%A')).toHaveProperty('code')
    expect(fragment('')).toEqual({})
  })
})

describe('the announcer', () => {
  const item = (id: string) => ({ id, text: `bericht ${id}` })
  it('says each piece of news once, at most one in two seconds, and sums up a pile', () => {
    vi.useFakeTimers()
    const announcer = new Announcer()
    announcer.news([item('old')])
    vi.advanceTimersByTime(5000)
    expect(announcer.text).toBe('')
    announcer.news([item('old'), item('a')])
    announcer.news([item('old'), item('a')])
    vi.advanceTimersByTime(200)
    expect(announcer.text).toBe('bericht a')
    announcer.news([item('a'), item('b')])
    announcer.news([item('a'), item('b'), item('c'), item('d')])
    vi.advanceTimersByTime(1000)
    expect(announcer.text).toBe('bericht a')
    vi.advanceTimersByTime(1500)
    expect(announcer.text).toBe('3 nieuwe berichten')
    vi.advanceTimersByTime(10_000)
    expect(announcer.text).toBe('3 nieuwe berichten')
    vi.useRealTimers()
  })
})
