/** Where people join, as the screen tells them. */

import { showCode } from '../../lib/code'
import { under } from '../../lib/place'

export interface JoinPlace {
  /** What the QR code says. */
  link: string
  /** What people type; undefined: this page came over an address that no other device can reach. See `plainAddress`. */
  address: string | undefined
  /** The server's own drawing of the link, when only the server knows how others reach it. */
  image: string | undefined
}

/** What people type of a join link; undefined: no other device can reach it. */
export function plainAddress(link: string): string | undefined {
  const address = link
    .replace(/#.*$/, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
  return isLocal(address) ? undefined : address
}

const isLocal = (host: string): boolean => /^(localhost|127\.|\[::1\])/.test(host)

export function joinPlace(code: string, team: string | undefined, here: Location = window.location): JoinPlace {
  const base = under('')
  const link = `${base}#code=${showCode(code)}${team === undefined ? '' : `&team=${encodeURIComponent(team)}`}`
  const of = team === undefined ? '' : `?team=${encodeURIComponent(team)}`
  return isLocal(here.hostname)
    ? { link, address: undefined, image: under(`api/rooms/${code}/qr.svg${of}`) }
    : { link, address: plainAddress(base), image: undefined }
}
