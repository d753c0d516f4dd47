import { describe, expect, it } from 'vitest'
import { openRoomBody, tables, type Wanted } from './wanted'

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
  seats: {},
  series: false,
  mirror: false,
  allStatements: false,
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
        series: false,
        mirror: false,
        all_statements: false,
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
    expect(wrong({ seats: { ciso: 'veel' } })).toEqual(['settings.seats.ciso'])
    expect(wrong({ seats: { ciso: '501' } })).toEqual(['settings.seats.ciso'])
  })

  it('asks for more chairs where they were filled in', () => {
    expect(openRoomBody({ ...wanted, seats: { ciso: ' 3 ' } }).body?.settings?.seats).toEqual({ ciso: 3 })
  })

  it('names tables by their number, and leaves alone what has a name', () => {
    const name = (n: number) => `Tafel ${n}`
    expect(tables(3, ['Natte Meren'], name)).toEqual(['Tafel 1', 'Tafel 2', 'Tafel 3'])
    expect(tables(3, ['Lochem', ''], name)).toEqual(['Lochem', 'Tafel 2', 'Tafel 3'])
    expect(tables(1, ['Lochem', 'Goor'], name)).toEqual(['Lochem'])
  })
})
