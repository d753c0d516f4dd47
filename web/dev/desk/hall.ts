/** A hall full of tables: what the desk hears from thirty chairs or nine tables on. */

import type { DecisionPart, DeskView, HallDecision, HallTeam } from '../../src/lib/wire'
import { base, planned, SEATS, team } from './base'

const SLOW = new Set([7, 23])
const OPTIONS = ['a', 'b', 'c', 'd']

function decision(table: number, state: DecisionPart['state']): HallDecision {
  if (state === 'picture') return { state: SLOW.has(table) ? 'planned' : 'picture', cast: 0, of: 5 }
  const cast = state === 'open' && SLOW.has(table) ? 3 : 5
  const counts = { a: 1, b: 2 + (table % 2), c: 1 - (table % 2), d: 1 }
  const line: HallDecision = { state, cast, of: 5, counts, role: 'mayor' }
  return state === 'settled' && !SLOW.has(table) ? { ...line, way: 'role', option: OPTIONS[table % 3] ?? 'a' } : line
}

function table(number: number, state: DecisionPart['state'] | null): HallTeam {
  return {
    order: number,
    name: `Tafel ${number}`,
    taken: state === null ? number % 6 : 5,
    free: state === null ? { mayor: 1 } : {},
    news: number === 4 ? { krant: { state: 'held', possible: true } } : {},
    decisions: state === null ? {} : { stekker: decision(number, state) },
    indicators: {
      trust: 40 + ((number * 7) % 30),
      service: 55 - ((number * 11) % 25),
      data: 70,
      order: 62 + (number % 9),
    },
    ...(state !== null && { spokesperson: number % 4 === 0 ? 'secretary' : 'mayor' }),
    ...(number % 5 === 0 && { rung: number % 10 === 0 ? 'grip' : 'team' }),
    joint: false,
  }
}

export function hall(tables: number, state: DecisionPart['state'] | null = 'open'): DeskView {
  const view = base()
  const usual = team('', SEATS, planned)
  const numbers = Array.from({ length: tables }, (_, index) => index + 1)
  return {
    ...view,
    teams: {},
    next:
      state === null
        ? { action: 'room.start', title: 'Begin de oefening', command: { type: 'room.start' } }
        : { action: 'none', title: 'Stekker eruit?', command: {}, thing: 'stekker' },
    chosen: { ladder: true, lights_out: true, all_statements: false },
    hall: {
      teams: Object.fromEntries(numbers.map((number) => [`t${number}`, table(number, state)])),
      news: usual.news,
      shares: {},
      decisions: usual.decisions,
      indicators: usual.indicators,
      practice: {},
      ladder: { team: { order: 0, name: 'Crisisteam bijeen' }, grip: { order: 1, name: 'GRIP 1' } },
    },
  }
}
