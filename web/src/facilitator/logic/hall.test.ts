import { describe, expect, test } from 'vitest'
import { hall } from '../../../dev/desk/hall'
import type { DeskTeam, Hall } from '../../lib/wire'
import { awaited, choices, rungs, spread, unfolded, usual } from './hall'
import { inOrder } from './sheet'

const view = hall(60)

describe('a hall', () => {
  test('has for each table what is told once and what it adds', () => {
    const teams = inOrder(unfolded(view).teams)
    expect(teams).toHaveLength(60)
    expect(teams[0]?.decisions.stekker?.title).toBe('Stekker eruit?')
    expect(teams[0]?.news.krant?.state).toBe('released')
    expect(teams[3]?.news.krant?.state).toBe('held')
    expect(teams[3]?.news.krant?.at).toBeUndefined()
  })

  test('has rows only of the table that was opened', () => {
    const rows = { ...(unfolded(view).teams.t2 as DeskTeam), name: 'Open tafel' }
    const vote = { role: 'mayor', option: 'a', at: 1 }
    const ballot = { team: 't2', decision: 'stekker', round: 1, votes: { s1: vote }, missing: [] }
    const open = unfolded(view, { team: 't2', rows, ballots: { 't2/stekker': ballot }, practice: {} })
    expect(open.teams.t2?.name).toBe('Open tafel')
    expect(open.teams.t3?.name).toBe('Tafel 3')
    expect(open.ballots['t2/stekker']).toEqual({ ...unfolded(view).ballots['t2/stekker'], votes: { s1: vote } })
  })

  test('names whom the others wait for, in no order but the tables’ own', () => {
    expect([...awaited(inOrder(unfolded(view).teams), 'stekker')]).toEqual(['t7', 't23'])
  })

  test('counts votes and choices of all tables', () => {
    const revealed = unfolded(hall(60, 'revealed'))
    const [first] = choices(Object.values(revealed.teams), 'stekker')
    expect(first?.votes).toBe(60)
    expect(choices(Object.values(revealed.teams), 'stekker').reduce((sum, line) => sum + line.tables, 0)).toBe(0)
  })

  test('counts the tables on each step of the ladder', () => {
    expect(rungs(view.hall as Hall).map(({ name, tables }) => [name, tables])).toEqual([
      [undefined, 48],
      ['Crisisteam bijeen', 6],
      ['GRIP 1', 6],
    ])
  })

  test('tells how far apart its tables are', () => {
    expect(spread([70, 10, 40, 50, 60])).toEqual({ low: 10, from: 40, middle: 50, to: 60, high: 70 })
    expect(spread([55])).toEqual({ low: 55, from: 55, middle: 55, to: 55, high: 55 })
  })

  test('knows who mostly speaks', () => {
    expect(usual(['ciso', 'mayor', undefined, 'mayor'])).toBe('mayor')
    expect(usual([undefined])).toBeUndefined()
  })

  test('that is none stays as it is', () => {
    const { hall: _, ...plain } = view
    expect(unfolded(plain)).toBe(plain)
  })
})
