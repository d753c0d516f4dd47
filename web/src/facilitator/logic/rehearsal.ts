/** Rehearsing alone: opening a room with bots, and taking a chair from one. */

import { post } from '../../lib/api'
import { keptPass, makePass } from '../../lib/pass'
import { page } from '../../lib/place'
import type { Cast, OpenRoomBody, RoomOpenedAnswer, ScenarioLine } from '../../lib/wire'
import { takeOpened } from '../entry/take'

export const SPEEDS = [1, 2, 5, 10, 30, 60]

export interface Pace {
  speed: number
  led: boolean
}

const place = (code: string): string => `crisistafel.pace/${code}`

/** The pace that was asked for when the room was opened; the desk sets it once, as soon as it is there. */
export function askedPace(code: string): Pace | undefined {
  try {
    const kept = sessionStorage.getItem(place(code))
    sessionStorage.removeItem(place(code))
    return kept === null ? undefined : (JSON.parse(kept) as Pace)
  } catch {
    return undefined
  }
}

function keepPace(code: string, pace: Pace): void {
  try {
    sessionStorage.setItem(place(code), JSON.stringify(pace))
  } catch {
    // Storage is blocked: the pace is set at the desk.
  }
}

/** As many teams of one municipality, numbered when there are more. */
export function rehearsalBody(scenario: ScenarioLine, teams: number, language: 'nl' | 'en'): OpenRoomBody {
  const names = Array.from({ length: teams }, (_, n) => ({
    name: teams === 1 ? scenario.municipality : `${scenario.municipality} ${n + 1}`,
  }))
  return {
    scenario: scenario.id,
    language,
    teams: names,
    settings: { minutes: scenario.minutes, retention_days: 1, named: false, rehearsal: true },
  }
}

/** Opens the room, takes its desk and seats the bots; returns the room's code. */
export async function openRehearsal(body: OpenRoomBody, pace: Pace, key: string, title: string): Promise<string> {
  const answer = await post<RoomOpenedAnswer>('api/rooms', body, key)
  const code = await takeOpened(answer, title)
  keepPace(code, pace)
  await fillChairs(code, keptPass('desk', code)?.pass ?? '')
  return code
}

export const fillChairs = (code: string, desk: string): Promise<Cast> => post<Cast>(`api/rooms/${code}/bots`, {}, desk)

export const giveToBot = (code: string, desk: string, seat: string): Promise<Cast> =>
  post<Cast>(`api/rooms/${code}/bots`, { seat }, desk)

/** Takes a bot's chair; returns the address of its phone. The pass stands in the fragment, which is never sent. */
export async function takeFromBot(code: string, desk: string, seat: string): Promise<string> {
  const pass = makePass()
  await post<Cast>(`api/rooms/${code}/bots/taken`, { seat, pass }, desk)
  return page('participant', { code, stoel: pass })
}
