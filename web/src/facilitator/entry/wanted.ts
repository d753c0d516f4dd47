/** What is filled in to open a room, checked and put as the server wants it. */

import { graphemes } from '../../lib/graphemes'
import { m } from '../../lib/paraglide/messages.js'
import { plannedAt } from '../../lib/time'
import type { OpenRoomBody, ScenarioLine } from '../../lib/wire'

export interface Wanted {
  scenario: string
  language: 'nl' | 'en'
  teams: string[]
  title: string
  /** As a `datetime-local` field gives it; empty: now. */
  date: string
  minutes: string
  days: string
  named: boolean
  /** Newcomers wait until the desk lets them in. */
  admission: boolean
  ladder: boolean
  lightsOut: boolean
  /** Role → chairs at one table, where it was filled in. */
  seats: Record<string, string>
  /** Counts stay for the organisation's own series; choices join the mirror. */
  series: boolean
  mirror: boolean
  /** All of the scenario's, not the three that it picks. */
  allStatements: boolean
}

/** As the server has it. */
export const MOST_TEAMS = 60
export const MOST_CHAIRS = 500

export const chairsOf = (scenario: ScenarioLine): number => scenario.roles.reduce((sum, role) => sum + role.max, 0)

/** So many tables: named ones keep their names, unless there was only the one that is always there. */
export function tables(count: number, named: string[], name: (n: number) => string): string[] {
  const kept = named.length > 1 ? named : []
  return Array.from({ length: count }, (_, index) => kept[index] || name(index + 1))
}

export function whole(text: string, low: number, high: number): number | undefined {
  const value = Number(text.trim())
  return text.trim() !== '' && Number.isInteger(value) && value >= low && value <= high ? value : undefined
}

export function openRoomBody(wanted: Wanted): { body?: OpenRoomBody; wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const teams = wanted.teams.map((name) => name.trim())
  for (const [index, name] of teams.entries()) {
    if (name === '') wrong[`teams.${index}.name`] = m.facilitator_open_team_empty()
    else if (teams.indexOf(name) !== index) wrong[`teams.${index}.name`] = m.facilitator_open_team_twice()
    else if (graphemes(name) > 80) wrong[`teams.${index}.name`] = m.facilitator_too_long()
  }
  const title = wanted.title.trim()
  if (graphemes(title) > 80) wrong.title = m.facilitator_too_long()
  const minutes = whole(wanted.minutes, 5, 480)
  if (minutes === undefined) wrong['settings.minutes'] = m.facilitator_open_minutes_wrong()
  const days = whole(wanted.days, 0, 365)
  if (days === undefined) wrong['settings.retention_days'] = m.facilitator_open_days_wrong()
  const when = wanted.date === '' ? undefined : plannedAt(wanted.date)
  if (when !== undefined && Number.isNaN(when)) wrong.when = m.facilitator_open_when_wrong()
  const seats: Record<string, number> = {}
  for (const [role, text] of Object.entries(wanted.seats)) {
    const chairs = whole(text, 0, MOST_CHAIRS)
    if (chairs === undefined) wrong[`settings.seats.${role}`] = m.facilitator_open_chairs_wrong()
    else seats[role] = chairs
  }
  if (Object.keys(wrong).length > 0 || minutes === undefined || days === undefined) return { wrong }
  const body: OpenRoomBody = {
    scenario: wanted.scenario,
    language: wanted.language,
    teams: teams.map((name) => ({ name })),
    settings: {
      minutes,
      retention_days: days,
      named: wanted.named,
      admission: wanted.admission,
      ladder: wanted.ladder,
      lights_out: wanted.lightsOut,
      ...(Object.keys(seats).length > 0 && { seats }),
      series: wanted.series,
      mirror: wanted.mirror,
      all_statements: wanted.allStatements,
    },
    ...(title !== '' && { title }),
    ...(when !== undefined && { when }),
  }
  return { body, wrong }
}
