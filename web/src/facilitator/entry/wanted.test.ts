import { describe, expect, it } from 'vitest'
import { openRoomBody, type Wanted } from './wanted'

const wanted: Wanted = {
  scenario: 'natte-meren',
  language: 'nl',
  teams: ['Natte Meren'],
  title: '',
  date: '',
  minutes: '120',
  days: '30',
  named: false,
  admission: false,
  ladder: false,
  lightsOut: false,
}
const wrong = (change: Partial<Wanted>) => Object.keys(openRoomBody({ ...wanted, ...change }).wrong)

describe('opening a room', () => {
  it('asks for what is filled in, and leaves out what is not', () => {
    expect(openRoomBody({ ...wanted, teams: [' Natte Meren '] }).body).toEqual({
      scenario: 'natte-meren',
      language: 'nl',
      teams: [{ name: 'Natte Meren' }],
      settings: {
        minutes: 120,
        retention_days: 30,
        named: false,
        admission: false,
        ladder: false,
        lights_out: false,
      },
    })
  })

  it('prepares a room with a date and a title', () => {
    const { body } = openRoomBody({ ...wanted, date: '2026-12-01T13:30', title: 'Lochem' })
    expect(body?.when).toBe(Date.UTC(2026, 11, 1, 12, 30))
    expect(body?.title).toBe('Lochem')
  })

  it('refuses teams without a name, or two of one name, at the right field', () => {
    expect(wrong({ teams: ['A', ''] })).toEqual(['teams.1.name'])
    expect(wrong({ teams: ['A', 'B', 'A'] })).toEqual(['teams.2.name'])
    expect(wrong({ teams: ['x'.repeat(81)] })).toEqual(['teams.0.name'])
  })

  it('refuses lengths that the server would refuse', () => {
    expect(wrong({ minutes: '4' })).toEqual(['settings.minutes'])
    expect(wrong({ minutes: 'twee uur' })).toEqual(['settings.minutes'])
    expect(wrong({ days: '366' })).toEqual(['settings.retention_days'])
    expect(wrong({ days: '' })).toEqual(['settings.retention_days'])
    expect(wrong({ days: '0' })).toEqual([])
  })
})
