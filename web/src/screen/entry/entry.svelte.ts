/** How this page becomes the screen of a room: by a link, by what it kept, or by a short code typed on the desk. */

import { ApiError, ask, post, tell } from '../../lib/api'
import { readCode } from '../../lib/code'
import { Connection } from '../../lib/connection.svelte'
import { m } from '../../lib/paraglide/messages.js'
import { getLocale } from '../../lib/paraglide/runtime.js'
import { forgetPass, keepPass, keptPass, makePass } from '../../lib/pass'
import type { DeviceGiven, Pairing, ScreenView } from '../../lib/wire'
import { type Address, plainHash, readAddress, shelfName } from './address'

const ASK_AGAIN = 2500
const TRY_AGAIN = 5000
/** A pass that the server knows as something that has ended: another one is needed. */
const DEAD = new Set(['device_ended', 'unknown_pass'])

export type State<V = ScreenView> =
  | { at: 'opening'; trouble?: string }
  | { at: 'waiting'; pairing: string; trouble?: string }
  | { at: 'refused'; message: string }
  | { at: 'in'; connection: Connection<V> }

export class Entry<V extends ScreenView = ScreenView> {
  state = $state.raw<State<V>>({ at: 'opening' })
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor() {
    void this.begin()
  }

  /** Follows the address as it now is. */
  async begin(): Promise<void> {
    this.#stop()
    const turn = ++this.#turn
    this.state = { at: 'opening' }
    const address = readAddress(window.location)
    if (address.as !== undefined) this.#watch(address, address.as)
    else if (address.link !== undefined) await this.#take(address, turn)
    else if (address.code !== undefined) this.#return(address)
    else if (address.kind === 'observer') this.state = { at: 'refused', message: '' }
    else await this.#pair(turn)
  }

  /** Forgets the room and waits for a new one. */
  again(): void {
    const { code, team, kind } = readAddress(window.location)
    if (code !== undefined) forgetPass(kind, shelfName(code, team))
    history.replaceState(null, '', window.location.pathname + window.location.search)
    void this.begin()
  }

  async #take(address: Address, turn: number): Promise<void> {
    const { kind, code = '', link = '', team } = address
    const name = shelfName(code, team)
    const kept = keptPass(kind, name)?.pass
    const pass = kept ?? makePass()
    keepPass(kind, name, { pass })
    const where = kind === 'observer' ? 'observers' : 'screens'
    try {
      await post(`api/rooms/${code}/${where}`, { pass, link, ...(team !== undefined && { team }) })
      if (turn === this.#turn) this.#enter(address, pass)
    } catch (error) {
      if (turn !== this.#turn) return
      if (isPassing(error)) return this.#later(turn, { at: 'opening', trouble: tell(error) }, TRY_AGAIN)
      forgetPass(kind, name)
      // The desk ended this device before: the link still counts, with a new pass.
      if (kept !== undefined && error instanceof ApiError && DEAD.has(error.code)) return this.#take(address, turn)
      // An address that was copied half is told as what it is, not as a form filled in wrongly.
      const half = error instanceof ApiError && error.code === 'bad_request'
      this.state = { at: 'refused', message: half ? m.screen_half_link() : tell(error) }
    }
  }

  /** With the desk's own pass, which this browser keeps; the address stays, so that a reload looks along again. */
  #watch({ code = '' }: Address, as: string): void {
    const pass = keptPass('desk', code)?.pass
    this.state =
      pass === undefined
        ? { at: 'refused', message: m.screen_watch_no_desk() }
        : { at: 'in', connection: new Connection<V>({ pass, code, as }) }
  }

  #return(address: Address): void {
    const pass = keptPass(address.kind, shelfName(address.code ?? '', address.team))?.pass ?? tabPass()
    if (pass !== undefined) this.#enter(address, pass)
    else if (address.kind === 'observer') this.state = { at: 'refused', message: '' }
    else this.again()
  }

  async #pair(turn: number): Promise<void> {
    const pass = tabPass() ?? makePass()
    keepInTab(pass)
    try {
      const { body } = await ask<Pairing | DeviceGiven>('api/screens', { method: 'POST', body: { pass } })
      if (turn !== this.#turn) return
      if ('pairing' in body) return this.#later(turn, { at: 'waiting', pairing: body.pairing }, ASK_AGAIN)
      const address: Address = { kind: 'screen', code: readCode(body.code), ...(body.team && { team: body.team }) }
      keepPass('screen', shelfName(address.code ?? '', address.team), { pass })
      this.#enter(address, pass)
    } catch (error) {
      if (turn !== this.#turn) return
      if (error instanceof ApiError && DEAD.has(error.code)) keepInTab(undefined)
      const trouble = tell(error)
      const state: State<V> = this.state.at === 'waiting' ? { ...this.state, trouble } : { at: 'opening', trouble }
      this.#later(turn, state, waitOf(error))
    }
  }

  #later(turn: number, state: State<V>, after: number): void {
    this.state = state
    this.#timer = setTimeout(() => {
      if (turn !== this.#turn) return
      const address = readAddress(window.location)
      void (address.link === undefined ? this.#pair(turn) : this.#take(address, turn))
    }, after)
  }

  #enter(address: Address, pass: string): void {
    const code = address.code ?? ''
    const language = new URLSearchParams(window.location.search).has('lang') ? { language: getLocale() } : {}
    history.replaceState({ pass }, '', plainHash(code, address.team))
    this.state = { at: 'in', connection: new Connection<V>({ pass, code, ...language }) }
  }

  close(): void {
    this.#turn += 1
    this.#stop()
  }

  #stop(): void {
    clearTimeout(this.#timer)
    if (this.state.at === 'in') this.state.connection.close()
  }
}

/** A fault of the moment: asking again may help. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500

const waitOf = (error: unknown): number =>
  error instanceof ApiError && error.retryAfter !== undefined ? Math.max(1, error.retryAfter) * 1000 : TRY_AGAIN

/** The pass of this tab: it outlives a reload and is not shared with a second waiting screen in another tab. */
function tabPass(): string | undefined {
  const kept: unknown = (history.state as { pass?: unknown } | null)?.pass
  return typeof kept === 'string' ? kept : undefined
}

const keepInTab = (pass: string | undefined): void => history.replaceState(pass === undefined ? null : { pass }, '')
