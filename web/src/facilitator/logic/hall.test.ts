import { describe, expect, test } from 'vitest'
import { hall } from '../../../dev/desk/hall'
import type { DeskTeam } from '../../lib/wire'
import { awaited, choices, unfolded } from './hall'
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
    const teams = unfolded(view, { team: 't2', rows, ballots: {}, practice: {} }).teams
    expect(teams.t2?.name).toBe('Open tafel')
    expect(teams.t3?.name).toBe('Tafel 3')
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

  test('that is none stays as it is', () => {
    const { hall: _, ...plain } = view
    expect(unfolded(plain)).toBe(plain)
  })
})
