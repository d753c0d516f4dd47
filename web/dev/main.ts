/**
 * Only under the development server: a screen in one state, without a game behind it.
 * `/dev/index.html?state=vote` or `?state=join`; `?list` names them all. `theme=dark|light` forces a theme.
 */
import { mount } from 'svelte'
import '../src/lib/design/base.css'
import '../src/lib/locale'
import Join from '../src/join/App.svelte'
import { Connection, type Socket } from '../src/lib/connection.svelte'
import { keepPass } from '../src/lib/pass'
import type { Own, ParticipantView } from '../src/lib/wire'
import Keep from '../src/participant/after/Keep.svelte'
import Room from '../src/participant/Room.svelte'
import { Seat } from '../src/participant/seat.svelte'
import { answerFetch } from './join'
import { type Fixture, states } from './states'

const asked = new URLSearchParams(location.search)
const name = asked.get('state') ?? 'news'
const target = document.getElementById('app')
if (target === null) throw new Error('no #app')
const theme = asked.get('theme')
if (theme !== null) document.documentElement.dataset.theme = theme

/** A server that says what the fixture says, and accepts every command after a moment. */
class Stage implements Socket {
  connected = false
  #on = new Map<string, (...data: unknown[]) => void>()
  constructor(private readonly fixture: Fixture) {}
  on(event: string, listener: (...data: never[]) => void): void {
    this.#on.set(event, listener as (...data: unknown[]) => void)
  }
  connect(): void {
    setTimeout(() => {
      if (this.fixture.refused) {
        this.#on.get('connect_error')?.(Object.assign(new Error('no'), { data: this.fixture.refused }))
        return
      }
      this.connected = true
      this.#on.get('connect')?.()
      this.#say('view', 1, this.fixture.view)
      this.#say('own', 1, this.fixture.own)
      if (this.fixture.bye) this.#on.get('bye')?.(this.fixture.bye)
      const later = this.fixture.later
      if (later) setTimeout(() => this.#say('view', 2, later), 1500)
      if (this.fixture.lost)
        setTimeout(() => {
          this.connected = false
          this.#on.get('disconnect')?.('transport close')
        }, 100)
    }, 10)
  }
  disconnect(): void {
    this.connected = false
  }
  emit(_event: string, _data?: unknown, answer?: unknown): void {
    if (typeof answer !== 'function' || this.fixture.mute) return
    setTimeout(() => answer(this.fixture.refuse ?? { ok: true, version: 2 }), 150)
  }
  #say(event: string, version: number, view: ParticipantView | Own): void {
    this.#on.get(event)?.({ stream: event, version, now: Date.now(), view })
  }
}

if (asked.has('list')) {
  target.textContent = JSON.stringify([
    ...Object.keys(states),
    'join',
    'join-room',
    'join-full',
    'join-hall',
    'join-closed',
    'keep',
  ])
} else if (name.startsWith('join')) {
  answerFetch(name)
  if (name !== 'join') location.hash = name === 'join-wrong' ? 'ZZZZ-ZZZZ' : 'K7MP-3XQ9'
  mount(Join, { target })
} else if (name === 'keep') {
  mount(Keep, { target, props: { code: 'K7MP3XQ9', pass: 'x'.repeat(22) } })
} else {
  const fixture = states[name]
  if (fixture === undefined) throw new Error(`no state ${name}`)
  answerFetch(name)
  history.replaceState(fixture.spot ?? null, '')
  keepPass('seat', 'K7MP3XQ9', { pass: 'p'.repeat(22), seat: 's3', role: 'CISO', title: 'Natte Meren' })
  const connection = new Connection<ParticipantView, Own>({
    pass: 'p'.repeat(22),
    code: 'K7MP3XQ9',
    open: () => new Stage(fixture),
  })
  mount(Room, { target, props: { seat: new Seat(connection, 'K7MP3XQ9', name === 'watching') } })
}
