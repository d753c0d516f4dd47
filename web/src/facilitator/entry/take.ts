/** Takes the desk of a room on this device, with a pass of its own. */

import { post } from '../../lib/api'
import { readCode } from '../../lib/code'
import { keepPass, keptPass, makePass } from '../../lib/pass'
import { page } from '../../lib/place'
import type { DeviceGiven, RoomOpenedAnswer } from '../../lib/wire'
import { keepDesk, keptDesk, secretOf } from '../logic/kept'

/** The pass is kept before it is sent: after a lost answer the same pass gives the same desk. */
export async function takeDesk(code: string, link: string, title?: string, name?: string): Promise<string> {
  const plain = readCode(code)
  const pass = keptPass('desk', plain)?.pass ?? makePass()
  keepPass('desk', plain, { pass, ...(title !== undefined && { title }) })
  const given = await post<DeviceGiven>(`api/rooms/${plain}/desks`, {
    pass,
    link,
    ...(name !== undefined && { name }),
  })
  keepDesk(plain, { device: given.device })
  return plain
}

/** By a desk's link, on another device: it can let others in by that same link. */
export async function takeByLink(code: string, link: string, name: string, remote: boolean): Promise<string> {
  const plain = await takeDesk(code, link, undefined, name === '' ? undefined : name)
  keepDesk(plain, {
    ...(keptDesk(plain) ?? { device: '' }),
    links: { ...keptDesk(plain)?.links, facilitator: page('facilitator', { code, link }) },
    remote,
  })
  return plain
}

/** With the answer that holds a room's links: keeps them, and takes the desk. */
export async function takeOpened(answer: RoomOpenedAnswer, title?: string): Promise<string> {
  const plain = readCode(answer.code)
  keepDesk(plain, { device: '', links: answer.links, teams: answer.teams })
  return takeDesk(plain, secretOf(answer.links.facilitator) ?? '', title)
}
