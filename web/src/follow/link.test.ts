import { describe, expect, it } from 'vitest'
import { moment, readLink } from './link'
import { reasons } from './reasons'

const whole = { code: 'K7MP-3XQ9', key: 'k'.repeat(22), text: 'Koffie', made: '2026-11-28' }
const WEEK = 7 * 86_400_000

describe('a follow-up link', () => {
  it('gives its words', () => {
    expect(readLink(whole)).toMatchObject({ code: 'K7MP3XQ9', text: 'Koffie', who: '', made: Date.UTC(2026, 10, 28) })
  })

  it.each(['code', 'key', 'text'])('that was cut short before its %s is none', (name) => {
    expect(readLink({ ...whole, [name]: '' })).toBeUndefined()
  })

  it('is early for eight weeks, and over after thirteen and one', () => {
    const made = Date.UTC(2026, 10, 28)
    const when = [0, 7.9, 8.1, 13.9, 14.1].map((weeks) => moment(made, made + weeks * WEEK))
    expect(when).toEqual(['early', 'early', 'now', 'now', 'over'])
    expect(moment(undefined, 0)).toBe('now')
  })

  it('offers what helped or hindered, and both to who began', () => {
    expect(reasons.begun).toHaveLength(reasons.done.length + reasons.not.length)
  })
})
