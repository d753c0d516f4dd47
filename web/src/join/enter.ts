/** From a given chair to the game: what this device remembers, and the step to the next page. */

import { readCode } from '../lib/code'
import { keepPass } from '../lib/pass'
import { page } from '../lib/place'
import type { RoomInfo, SeatGiven } from '../lib/wire'

export function enter(info: RoomInfo, pass: string, given: SeatGiven, name: string): void {
  const role = info.roles.find((one) => one.id === given.role)?.name ?? given.role
  keepPass('seat', readCode(info.code), { pass, seat: given.seat, team: given.team, role, name, title: info.title })
  window.location.assign(page('participant', { code: info.code }))
}
