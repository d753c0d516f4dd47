/** What the address asks of this page, and under which name its pass is kept. */

import { readCode, showCode } from '../../lib/code'

export type Kind = 'screen' | 'observer'

export interface Address {
  kind: Kind
  code?: string
  /** The secret of a link; absent: this device has to know the room already. */
  link?: string
  team?: string
  /** A desk that looks along: `screen` or `screen:<team>`. */
  as?: string
}

/** `/scherm#code=…&link=…&team=…`, and the same for `/waarnemer`. */
export function readAddress(here: Pick<Location, 'pathname' | 'hash'>): Address {
  const kind: Kind = /(waarnemer|observer\.html)\/?$/.test(here.pathname) ? 'observer' : 'screen'
  const fields = new URLSearchParams(here.hash.replace(/^#/, ''))
  const code = readCode(fields.get('code') ?? '')
  const link = fields.get('link') ?? ''
  const team = fields.get('team') ?? ''
  const as = fields.get('as') ?? ''
  if (code === '') return { kind }
  return { kind, code, ...(link !== '' && { link }), ...(team !== '' && { team }), ...(as !== '' && { as }) }
}

/** The address without its secret: it stands on a wall, where everybody can read it. */
export const plainHash = (code: string, team: string | undefined): string =>
  `#code=${showCode(code)}${team === undefined ? '' : `&team=${encodeURIComponent(team)}`}`

/** A room's screen and a team's screen may live side by side in one browser. */
export const shelfName = (code: string, team: string | undefined): string =>
  team === undefined ? code : `${code}/${team}`
