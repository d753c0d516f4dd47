import { describe, expect, it } from 'vitest'
import { checklist, invitation, keepTicks, keptTicks, mailto, testAddress } from './prepare'

const planned = {
  title: 'De lange vrijdag',
  code: 'K7MP3XQ9',
  minutes: 120,
  when: Date.UTC(2026, 10, 24, 11),
  language: 'nl',
  join: 'https://spel.example/game/#code=K7MP-3XQ9',
}

describe('the invitation', () => {
  it('tells when, how to join and how to test', () => {
    const { subject, text } = invitation(planned)
    expect(subject).toContain('De lange vrijdag')
    expect(text).toContain('dinsdag 24 november 2026, 12.00 uur')
    expect(text).toContain(planned.join)
    expect(text).toContain('https://spel.example/game/test')
    expect(text).toContain('K7MP-3XQ9')
  })

  it('leaves out a date that there is not', () => {
    expect(invitation({ ...planned, when: undefined }).text).not.toContain('2026')
  })

  it('goes into a mail whole', () => {
    const made = invitation({ ...planned, title: 'A & B? #1' })
    const address = new URL(mailto(made))
    expect(address.searchParams.get('subject')).toBe(made.subject)
    expect(address.searchParams.get('body')).toBe(made.text.replaceAll('\n', '\r\n'))
  })

  it('finds the test beside the game, with or without a path', () => {
    expect(testAddress('http://10.0.0.2:8000/#code=K7MP-3XQ9')).toBe('http://10.0.0.2:8000/test')
  })
})

describe('the checklist', () => {
  it('keeps its ticks by room', () => {
    keepTicks('K7MP3XQ9', ['wifi'])
    expect(keptTicks('K7MP3XQ9')).toEqual(['wifi'])
    expect(keptTicks('ANDERS99')).toEqual([])
  })

  it('has no two things of one name', () => {
    const ids = checklist().flatMap(({ items }) => items.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
