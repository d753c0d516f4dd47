/** Rooms in which people come and go, and in which it gets tense. */

import type { DeskNews, DeskTeam, DeskView, RungLine } from '../../src/lib/wire'
import { now, SEATS, seat } from './base'

const rung = (order: number, name: string, state: RungLine['state'], rest: Partial<RungLine> = {}): RungLine => ({
  order,
  name,
  meaning: 'Wie er dan bij elkaar zit, en waarover zij gaan.',
  cost: 'Een half uur van iedereen die u erbij haalt.',
  state,
  ...rest,
})

export const LADDER: Record<string, RungLine> = {
  crisisteam: rung(1, 'Crisisteam bijeen', 'now', { at: now - 6e5, role: 'mayor', way: 'word' }),
  driehoek: rung(2, 'Driehoek bijeen', 'ahead', { decides: 'mayor', possible: true }),
  regio: rung(3, 'Veiligheidsregio: GRIP 3', 'ahead', {
    decides: 'mayor',
    possible: false,
    needs: 'Eerst de driehoek.',
  }),
}

/** The ladder was climbed, phones are dark, one is spared, the clock lets news out and somebody was called away. */
export function pressure(view: DeskView): DeskView {
  const team = view.teams.t1 as DeskTeam
  const away = { ...team.seats, s4: seat(4, 'Dina', 'dpo', { away: true, until: now + 9e5 }) }
  return {
    ...view,
    auto: { on: true, missed: true },
    chosen: { ladder: true, lights_out: true, all_statements: false },
    teams: {
      t1: {
        ...team,
        seats: away,
        news: { ...team.news, krant: { ...(team.news.krant as DeskNews), stand_in: 'public_safety' } },
        ladder: LADDER,
        lights: { since: 38 * 60_000, until: 41 * 60_000 },
        spared: { s2: true },
        handed: { s1: now - 60_000 },
      },
    },
  }
}

/** A door at which people wait, and more hands than one. */
export function door(view: DeskView): DeskView {
  return {
    ...view,
    admission: true,
    knocks: {
      k1: { order: 1, name: 'Wim Wacht', team: 't1', role: 'dpo' },
      k2: { order: 2, name: 'Gerda van Oldenbarnevelt-Schimmelpenninck', team: 't1', role: 'mayor' },
      k3: { order: 3, name: 'Ad' },
    },
    devices: {
      d1: { order: 1, kind: 'desk', number: 1 },
      d2: { order: 2, kind: 'desk', number: 2, name: 'Bo' },
      d3: { order: 3, kind: 'observer', number: 1, name: 'Waarnemer Cor' },
      d4: { order: 4, kind: 'screen', number: 1 },
    },
  }
}

/** Nobody but bots, and how fast they play. */
export function rehearsal(view: DeskView): DeskView {
  const seats = Object.fromEntries(Object.entries(SEATS).map(([id, line]) => [id, { ...line, bot: true }]))
  return {
    ...view,
    room: { ...view.room, rehearsal: true },
    pace: { speed: 10, led: false },
    teams: { t1: { ...(view.teams.t1 as DeskTeam), seats } },
  }
}
