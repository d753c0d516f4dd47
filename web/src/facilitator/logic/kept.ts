/** What this device keeps for a facilitator: her key, and of each room its desk and its links. */

import { store } from '../../lib/pass'
import type { RoomLinks, TeamOpened } from '../../lib/wire'
import { forgetDrafts } from './drafts.svelte'

const KEY = 'crisistafel.key'
const DESKS = 'crisistafel.desks'

export interface KeptDesk {
  /** This device's own id in the room. */
  device: string
  /** All of them where the room was opened; a desk that came by its link knows only that one. */
  links?: Partial<RoomLinks>
  teams?: TeamOpened[]
  /** This device is a remote control. */
  remote?: boolean
}

export const keptKey = (): string | undefined => store.getItem(KEY) ?? undefined
export const keepKey = (key: string): void => store.setItem(KEY, key)
export const forgetKey = (): void => store.removeItem(KEY)

function readAll(): Record<string, KeptDesk> {
  try {
    const all: unknown = JSON.parse(store.getItem(DESKS) ?? '{}')
    return typeof all === 'object' && all !== null ? (all as Record<string, KeptDesk>) : {}
  } catch {
    return {}
  }
}

export const keptDesk = (code: string): KeptDesk | undefined => readAll()[code]

export function keepDesk(code: string, kept: KeptDesk): void {
  store.setItem(DESKS, JSON.stringify({ ...readAll(), [code]: { ...readAll()[code], ...kept } }))
}

export function forgetDesk(code: string): void {
  forgetDrafts(code)
  const { [code]: _, ...rest } = readAll()
  store.setItem(DESKS, JSON.stringify(rest))
}

/** What an address asks for. Secrets stand in the fragment only. */
export type Asked =
  | { kind: 'home' }
  | { kind: 'new' }
  | { kind: 'rehearse' }
  | { kind: 'key'; key: string }
  | { kind: 'link'; code: string; link: string; remote?: boolean }
  | { kind: 'room'; code: string }

/** `#key=…`, `#code=…&link=…` (with `&remote=1` for a remote control), `#desk=CODE.SECRET`, `#room=CODE`, `#new`, `#oefen`. */
export function readAddress(hash: string): Asked {
  const text = hash.replace(/^#/, '')
  if (text === 'new') return { kind: 'new' }
  if (text === 'oefen') return { kind: 'rehearse' }
  const fields = new URLSearchParams(text)
  const key = fields.get('key')
  if (key) return { kind: 'key', key }
  const [deskCode, deskLink] = (fields.get('desk') ?? '').split('.')
  const code = fields.get('code') ?? deskCode
  const link = fields.get('link') ?? deskLink
  if (code && link) return { kind: 'link', code, link, ...(fields.has('remote') && { remote: true }) }
  const room = fields.get('room')
  return room ? { kind: 'room', code: room } : { kind: 'home' }
}

/** The secret in a link that the server gave, e.g. `…/regie#code=K7MP3XQ9&link=…`. */
export const secretOf = (address: string): string | undefined => {
  const asked = readAddress(address.slice(address.indexOf('#')))
  return asked.kind === 'link' ? asked.link : undefined
}
