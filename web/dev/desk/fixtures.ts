/** One desk view for every state that there is to look at. */

import type { DecisionPart, DeskTeam, DeskView, SeatLine } from '../../src/lib/wire'
import { base, counts, now, planned, SEATS, seat, settled, team } from './base'
import { door, pressure, rehearsal } from './busy'
import { hall } from './hall'
import { SCRIPTS, SHEET } from './words'

export const STATES = [
  'prepared',
  'empty',
  'lobby',
  'begin',
  'inject',
  'picture',
  'open',
  'closed',
  'revealed',
  'settled',
  'effect',
  'paused',
  'incident',
  'teams',
  'teams-revealed',
  'tables-lobby',
  'tables-open',
  'tables-settled',
  'teams-eight',
  'pressure',
  'door',
  'rehearsal',
  'debrief',
  'over',
] as const
export type State = (typeof STATES)[number]

const votes = {
  s1: { role: 'mayor', option: 'b', at: now, confidence: 3, reason: 'De kinderen gaan voor.' },
  s2: { role: 'ciso', option: 'a', at: now, confidence: 5, reason: 'Half dicht is open.' },
  s3: { role: 'secretary', option: 'b', at: now, confidence: 2 },
  s5: { role: 'public_safety', option: 'b', at: now, paper: true },
}
const ballot = (id: string, missing: string[]) => ({
  [`${id}/stekker`]: { team: id, decision: 'stekker', round: 1, votes, missing },
})

function inState(part: Partial<DecisionPart>, action: DeskView['next']['action'], title: string): DeskView {
  const view = base()
  view.teams = { t1: team('Natte Meren', SEATS, { ...planned, round: 1, cast: 4, ...part }) }
  const sends = action !== 'decision.settle'
  view.next = {
    action,
    title,
    command: sends ? { type: action, decision: 'stekker', from: part.state ?? 'planned' } : {},
    thing: 'stekker',
    team: 't1',
  }
  if (part.state !== 'picture') view.ballots = ballot('t1', part.state === 'open' ? ['s4'] : [])
  return view
}

function lobby(state: 'prepared' | 'empty' | 'lobby'): DeskView {
  const view = base()
  const { phase: _, ...room } = view.room
  view.room = {
    ...room,
    status: state === 'prepared' ? 'prepared' : 'lobby',
    door: state !== 'prepared',
    clock: { base: 0, minutes: 120 },
  }
  view.run_sheet = Object.fromEntries(
    Object.entries(SHEET).map(([id, line]) => [id, { ...line, state: 'later' as const }]),
  )
  if (state === 'prepared') view.when = now + 7 * 864e5
  const open = team('Natte Meren', SEATS, planned)
  const some: Record<string, SeatLine> = {
    s1: SEATS.s1 as SeatLine,
    s2: SEATS.s2 as SeatLine,
    s6: seat(6, 'Fatima', 'secretary', { device: false }),
  }
  const fresh = { order: 0, state: 'planned' as const, possible: true, opened: {} }
  const nobody = { mayor: 1, ciso: 1, secretary: 1, dpo: 1, public_safety: 1 }
  view.teams = {
    t1: {
      ...open,
      news: { servicedesk: fresh, krant: fresh, printers: fresh, raad: fresh },
      seats: state === 'lobby' ? some : {},
      free: state === 'lobby' ? { dpo: 1, public_safety: 1 } : nobody,
    },
  }
  view.devices = { d1: { order: 1, kind: 'desk', number: 1 } }
  if (state === 'lobby') view.claims = { c1: { team: 't1', role: 'mayor', name: 'Anna', seats: ['s1'] } }
  view.next =
    state === 'prepared'
      ? { action: 'door.open', title: 'Open de deur', command: { type: 'door.open' } }
      : { action: 'room.start', title: 'Begin de oefening', command: { type: 'room.start' } }
  return view
}

function teams(state: 'open' | 'revealed'): DeskView {
  const view = inState(
    { state, ...(state === 'revealed' && { result: { counts }, cast: 5 }) },
    state === 'open' ? 'decision.close' : 'decision.settle',
    'Sluit de stemming',
  )
  const other = { s11: seat(11, 'Gerda', 'mayor'), s12: seat(12, 'Henk', 'ciso'), s13: seat(13, 'Ilse', 'secretary') }
  const rest =
    state === 'open'
      ? { state: 'open' as const, cast: 2, of: 3 }
      : { state: 'revealed' as const, cast: 3, of: 3, result: { counts: { a: 0, b: 1, c: 2, d: 0 } } }
  view.teams.t2 = { ...team('Drogenbroek', other, { ...planned, round: 1, ...rest }), order: 1, free: { dpo: 1 } }
  view.ballots = {
    ...ballot('t1', ['s4']),
    't2/stekker': {
      team: 't2',
      decision: 'stekker',
      round: 1,
      votes: { s11: { role: 'mayor', option: 'c', at: now }, s12: { role: 'ciso', option: 'b', at: now } },
      missing: ['s13'],
    },
  }
  if (state === 'open') view.next = { ...view.next, waits: { t1: '4 van 5 gestemd', t2: '2 van 3 gestemd' } }
  else
    view.prompts = {
      stekker: {
        0: 'Natte Meren koos ‘Alleen dit deel afsluiten’; Drogenbroek koos ‘Twaalf uur meekijken’. Waarom?',
        1: 'In Natte Meren zag 1 van de 5 het anders. Wat zag die stem?',
        2: 'Drogenbroek was zekerder dan Natte Meren. Waar kwam dat vandaan?',
      },
    }
  return view
}

const seatsOf = (number: number) =>
  Object.fromEntries(Object.entries(SEATS).map(([id, line]) => [`${id}-${number}`, line]))

/** Seven municipalities and one that still votes. */
function eight(): DeskView {
  const view = teams('open')
  const names = ['Heide', 'Zandwijk', 'Polderdam', 'Veenhuis', 'Kleiland', 'Duinoord']
  for (const [index, name] of names.entries())
    view.teams[`t${index + 3}`] = {
      ...team(name, seatsOf(index + 3), { ...planned, round: 1, state: 'open', cast: 5, of: 5 }),
      order: index + 2,
    }
  view.next = { ...view.next, waits: { t2: '2 van 3 gestemd' } }
  return view
}

function debrief(over: boolean): DeskView {
  const view = base()
  view.room = {
    ...view.room,
    status: over ? 'closed' : 'debrief',
    released: over,
    ...(over && { erase_at: now + 30 * 864e5 }),
    clock: { base: 104 * 60_000, minutes: 120, ...(over ? {} : { since: now }) },
    phase: { id: 'nabespreking', kind: 'debrief', title: 'Nabespreking', order: 6, of: 8 },
  }
  const order = Object.keys(SHEET)
  view.run_sheet = Object.fromEntries(
    Object.entries(SHEET).map(([id, line]) => {
      const at = order.indexOf(id)
      return [id, { ...line, state: over || at < 6 ? 'done' : at === 6 ? 'now' : 'later' } as const]
    }),
  )
  view.teams = {
    t1: team('Natte Meren', SEATS, { ...planned, state: 'effective', round: 1, cast: 5, result: { counts }, settled }),
  }
  view.practice = {
    't1/stekker': {
      team: 't1',
      decision: 'stekker',
      answers: { mayor: 'yes', ciso: 'no', secretary: 'partly', dpo: 'unknown' },
      of: 5,
    },
  }
  view.resolutions = 3
  view.measures = { of: 5, before: 4, after: 3, grades: 2 }
  view.lessons = {
    l1: { order: 1, kind: 'keep', text: 'Eerst iedereen laten zeggen wat hij weet.', stars: 3, state: 'shown' },
    l2: { order: 2, kind: 'change', text: 'Nieuws dat alleen ik heb, meteen op tafel leggen.', stars: 0, state: 'new' },
    l3: { order: 3, kind: 'change', text: 'Minder afkortingen.', stars: 1, state: 'shown' },
    l4: { order: 4, kind: 'change', text: 'Geen afkortingen meer.', stars: 0, state: 'new', into: 'l3' },
    l5: { order: 5, kind: 'ask', text: 'Wie mag de stekker eruit trekken?', stars: 0, state: 'hidden' },
  }
  view.debrief = {
    ...view.debrief,
    released: over,
    questions: {
      q1: { order: 0, text: 'Wanneer wist u genoeg om te besluiten?' },
      q2: { order: 1, text: 'Welk nieuws bleef te lang bij één persoon?' },
      q3: { order: 2, text: 'Wat doet u morgen anders?' },
    },
  }
  view.next = over
    ? { action: 'none', title: 'De oefening is afgesloten', command: {} }
    : { action: 'report.release', title: 'Geef het verslag vrij', command: { type: 'report.release' } }
  return view
}

export function fixture(state: State): DeskView {
  switch (state) {
    case 'prepared':
    case 'empty':
    case 'lobby':
      return lobby(state)
    case 'begin':
    case 'inject': {
      const view = base()
      const fresh = { order: 0, state: 'planned' as const, possible: true, opened: {} }
      const t1 = view.teams.t1 as DeskTeam
      const thing = state === 'begin' ? 'servicedesk' : 'raad'
      if (state === 'begin')
        view.teams = { t1: { ...t1, news: { servicedesk: fresh, krant: fresh, printers: fresh, raad: fresh } } }
      view.next = {
        action: 'inject.release',
        title: `Stuur: ${thing === 'raad' ? 'Chat: Raadsgriffier' : 'Servicedesk belt CISO'}`,
        command: { type: 'inject.release', inject: thing, from: 'planned' },
        thing,
      }
      return view
    }
    case 'picture':
      return inState({ state: 'picture', cast: 0 }, 'decision.open', 'Open de stemming: Stekker eruit?')
    case 'open':
      return inState({ state: 'open', due: 41 * 60_000 }, 'decision.close', 'Sluit de stemming: Stekker eruit?')
    case 'closed':
      return inState({ state: 'closed' }, 'decision.reveal', 'Onthul de stemmen: Stekker eruit?')
    case 'revealed':
      return inState(
        { state: 'revealed', cast: 5, result: { counts } },
        'decision.settle',
        'Aan zet: Burgemeester · Stekker eruit?',
      )
    case 'settled':
      return inState(
        { state: 'settled', cast: 5, result: { counts }, settled },
        'decision.apply',
        'Laat het besluit werken: Stekker eruit?',
      )
    case 'effect': {
      const effect = {
        at: now,
        consequence: SCRIPTS.stekker?.consequences.b ?? '',
        moves: { trust: 2, service: -4, data: 6 },
        references: SCRIPTS.stekker?.references ?? [],
      }
      const view = inState(
        { state: 'effective', cast: 5, result: { counts }, settled, effect },
        'inject.release',
        'Stuur: Chat: Raadsgriffier',
      )
      view.next = { ...view.next, command: { type: 'inject.release', inject: 'raad', from: 'planned' }, thing: 'raad' }
      return view
    }
    case 'paused':
    case 'incident': {
      const view = fixture('open')
      view.room = {
        ...view.room,
        status: 'paused',
        clock: { ...view.room.clock, base: 38 * 60_000 },
        pause: state === 'incident' ? { incident: true } : { incident: false, until: now + 10 * 60_000 },
      }
      view.next = { action: 'none', title: 'Pauze', command: {} }
      return view
    }
    case 'teams':
      return teams('open')
    case 'teams-revealed':
      return teams('revealed')
    case 'tables-lobby': {
      const view = hall(60, null)
      const { phase: _, ...room } = view.room
      return { ...view, room: { ...room, status: 'lobby' } }
    }
    case 'tables-open':
      return hall(60)
    case 'tables-settled':
      return hall(60, 'settled')
    case 'teams-eight':
      return eight()
    case 'pressure':
      return pressure(fixture('inject'))
    case 'door':
      return door(lobby('lobby'))
    case 'rehearsal':
      return rehearsal(fixture('inject'))
    case 'debrief':
      return debrief(false)
    case 'over':
      return debrief(true)
  }
}
