import { describe, expect, it } from 'vitest'
import type { IndicatorPart, ScreenDecision, ScreenQuestion, ScreenView } from '../../lib/wire'
import { groupsOf } from './effect'
import { lastMove, travelled } from './indicators'
import { dueOf, hallOf, isJoint, letterOf, shortNames, tallyOf, turns } from './result'

const part = (more: Partial<ScreenDecision>): ScreenDecision => ({ state: 'open', cast: 0, of: 0, ...more })
const question = (...parts: Array<Partial<ScreenDecision>>): ScreenQuestion => ({
  order: 1,
  kind: 'main',
  anchor: true,
  title: '',
  question: '',
  context: '',
  options: { b: { order: 2, label: 'Later' }, a: { order: 1, label: 'Nu' } },
  teams: Object.fromEntries(parts.map((one, index) => [`t${index + 1}`, part(one)])),
})
const indicator = (value: number, moves: IndicatorPart['moves'] = {}): IndicatorPart => ({
  order: 1,
  name: 'Vertrouwen',
  icon: 'handshake',
  meaning: '',
  value,
  start: 60,
  moves,
})
const team = (order: number, value = 60) => ({
  order,
  name: `Team ${order}`,
  chairs: {},
  picture: {},
  indicators: { trust: indicator(value) },
})

describe('votes', () => {
  it('are summed over the teams that take part', () => {
    expect(tallyOf(question({ cast: 4, of: 5 }, { cast: 1, of: 3 }, { state: 'skipped', cast: 9, of: 9 }))).toEqual({
      cast: 5,
      of: 8,
    })
  })
  it('of a hall go by option, with how many tables chose it', () => {
    const asked = question(
      { counts: { a: 2, b: 1 }, option: 'a' },
      { counts: { a: 0, b: 5 }, option: 'b' },
      { option: 'b' },
    )
    expect(hallOf(asked)).toEqual([
      { option: 'a', label: 'Nu', votes: 2, tables: 1 },
      { option: 'b', label: 'Later', votes: 6, tables: 2 },
    ])
  })
  it('close when the last team does', () => {
    expect(dueOf(question({ due: 10 }, { due: 30 }, { state: 'closed', due: 90 }))).toBe(30)
    expect(dueOf(question({}))).toBeUndefined()
  })
  it('of several teams are joint only where the server says so', () => {
    expect(isJoint(question({ state: 'revealed' }))).toBe(true)
    expect(isJoint(question({ state: 'revealed' }, { state: 'settled' }))).toBe(false)
    expect(isJoint(question({ state: 'settled', way: 'role' }, { state: 'settled' }))).toBe(true)
  })
  it('go by letter', () => {
    expect([0, 1, 3].map(letterOf)).toEqual(['A', 'B', 'D'])
  })
})

describe('the turning over', () => {
  it('deals the dots round, the last one on time', () => {
    expect(turns([2, 1], 0, 100)).toEqual([[0, 100], [50]])
    const many = turns([9, 14, 0, 3])
    expect(many.map((row) => row.length)).toEqual([9, 14, 0, 3])
    expect(Math.max(...many.flat())).toBe(1100)
  })
  it('of one vote, or of none, is no division by zero', () => {
    expect(turns([1])).toEqual([[250]])
    expect(turns([])).toEqual([])
    expect(turns([0, 0])).toEqual([[], []])
  })
})

describe('indicators', () => {
  it('know their last move', () => {
    const moves = { '12': { by: 2, because: '', at: 5 }, '7': { by: -3, because: '', at: 9 } }
    expect(lastMove(indicator(50, moves))?.by).toBe(-3)
    expect(lastMove(indicator(50))).toBeUndefined()
  })
  const moves = {
    '7': { by: -9, because: 'De balie', at: 5 },
    '12': { by: -9, because: 'Het besluit', at: 9 },
    '13': { by: 4, because: 'Het nieuws dat erbij kwam', at: 9 },
    '104': { by: -6, because: 'De krant', at: 20 },
  }
  const routes = (more: Partial<ScreenDecision>) =>
    travelled(part(more), { trust: indicator(40, moves) }).map(({ id, from, by, part: { value } }) => [
      id,
      from,
      by,
      value,
    ])
  it('travel from just before the decision to just after it, whatever moved them later', () => {
    expect(routes({ moves: { trust: -9 }, moved: { trust: '12', gone: '15' } })).toEqual([['trust', 51, -9, 42]])
  })
  it('travel as far as they could, not as far as the option says', () => {
    expect(routes({ moves: { trust: -30 }, moved: { trust: '104' } })).toEqual([['trust', 46, -6, 40]])
    expect(routes({ moves: { trust: -30 }, moved: {} })).toEqual([])
  })
})

describe('effects', () => {
  it('bring teams with the same choice together, in the order of the options', () => {
    const view = { teams: { t1: team(1), t2: team(2), t3: team(3), t4: team(4) } } as unknown as ScreenView
    const done = (option: string | undefined): Partial<ScreenDecision> => ({
      state: 'effective',
      ...(option !== undefined && { option, consequence: `Gevolg ${option}`, moves: { trust: -2 } }),
    })
    const groups = groupsOf(view, question(done('b'), done('a'), done('b'), done(undefined)))
    expect(groups.map(({ label, names }) => [label, names])).toEqual([
      ['Nu', ['Team 2']],
      ['Later', ['Team 1', 'Team 3']],
      ['', ['Team 4']],
    ])
    expect(groups[1]?.moves).toEqual([{ id: 'trust', name: 'Vertrouwen', by: -2 }])
  })
})

describe('tables', () => {
  it('that are only numbered go by their number, others by their name', () => {
    expect(shortNames(['Tafel 1', 'Tafel 12'])).toEqual(['1', '12'])
    expect(shortNames(['Tafel 1', 'Lochem'])).toEqual(['Tafel 1', 'Lochem'])
    expect(shortNames(['Zaal 1', 'Tafel 2'])).toEqual(['Zaal 1', 'Tafel 2'])
  })
})
