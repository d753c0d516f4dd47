/** The one connection of a page: keeps `view` and `own` exactly the server's, and every command until it is answered. */

import { io } from 'socket.io-client'
import { Outbox, type Sent } from './outbox'
import { socketPath } from './place'
import { Stream } from './stream'
import type { Ack, Bye, DeskCommand, Frame, ObserverCommand, Presence, SeatCommand, Tick } from './wire'

export type Status = 'connecting' | 'live' | 'stale' | 'reconnecting' | 'ended'

type Unsent<C> = C extends unknown ? Omit<C, 'id'> : never

/** A command without its id: the connection gives it one. */
export type Asked = Unsent<SeatCommand | DeskCommand | ObserverCommand>

/** Why it ended; `message` where the door said one. */
export type Ended = Bye & { message?: string }

/** What is used of a socket.io client, so that a test can stand in for it. */
export interface Socket {
  connected: boolean
  on(event: string, listener: (...data: never[]) => void): unknown
  emit(event: string, ...data: unknown[]): unknown
  connect(): unknown
  disconnect(): unknown
}

export interface Options {
  pass: string
  /** The room's code: names what this device keeps of unanswered commands. */
  code: string
  language?: string
  /** A desk listening as somebody else: `<seat>`, `screen`, `screen:<team>`. Says nothing. */
  as?: string
  /** For tests. */
  open?: (auth: () => Record<string, unknown>) => Socket
  ticks?: () => number
}

const STALE_AFTER = 15_000
const GIVE_UP_AFTER = 22_000
const BEHIND_FOR = 2000
const HIDDEN_FOR = 5000
/** Refusals at the door after which trying again is no use. */
const FINAL = new Set([
  'unknown_pass',
  'removed',
  'device_ended',
  'bad_link',
  'not_allowed',
  'bad_origin',
  'bad_request',
  'unreadable',
])

const openSocket = (auth: () => Record<string, unknown>): Socket =>
  io({
    path: socketPath(),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: (give) => give(auth()),
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    timeout: 8000,
    autoConnect: false,
  }) as unknown as Socket

export class Connection<V, O = unknown> {
  view = $state.raw<V>()
  own = $state.raw<O>()
  presence = $state.raw<Presence['seats']>({})
  /** Team → how many of it are here. */
  here = $state.raw<Presence['teams']>({})
  status = $state<Status>('connecting')
  /** Why it ended, or why the server asked to come back. */
  bye = $state.raw<Ended>()
  /** Commands without a final answer, the oldest first; also those of before a reload. */
  pending = $state.raw<readonly Sent[]>([])
  /** Server time in milliseconds, refreshed about every second: read it to show a clock. */
  at = $state(Date.now())

  readonly #options: Options
  readonly #socket: Socket
  readonly #outbox: Outbox
  readonly #ticks: () => number
  #view = new Stream<V>()
  #own = new Stream<O>()
  #offsets: number[] = []
  #heardAt: number
  #behindSince: number | undefined
  #resyncAt: number | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #beat: ReturnType<typeof setInterval>
  #hiddenAt: number | undefined
  #everLive = false
  #stop: Array<() => void> = []

  constructor(options: Options) {
    this.#options = options
    this.#ticks = options.ticks ?? (() => performance.now())
    this.#heardAt = this.#ticks()
    this.#outbox = new Outbox(
      {
        emit: (command, answer) => this.#emit(command, answer),
        changed: (pending) => {
          this.pending = pending
        },
        ticks: this.#ticks,
      },
      `crisistafel.unsent/${options.code}/${options.pass.slice(0, 8)}`,
    )
    this.#socket = (options.open ?? openSocket)(() => this.#auth())
    this.#listen()
    this.#watchPage()
    this.#beat = setInterval(() => this.#look(), 1000)
    this.#socket.connect()
  }

  /** Server time, in milliseconds since 1970. */
  now(): number {
    const offset = this.#offsets.length > 0 ? Math.max(...this.#offsets) : Date.now() - this.#ticks()
    return this.#ticks() + offset
  }

  /** Sends a command; resolves once the server has answered for good, however long that takes. */
  send(command: Asked): Promise<Ack> {
    return this.sendPlain(command)
  }

  /** A command that the server itself proposed (the desk's `next`), or one whose shape is not known here. */
  sendPlain(command: { type: string; [field: string]: unknown }): Promise<Ack> {
    if (this.status === 'ended') return Promise.resolve({ ok: false, code: 'ended', message: '' })
    return this.#outbox.send(command)
  }

  /** Whether a command about this is still without an answer. */
  isPending(type: string, match: Record<string, unknown> = {}): boolean {
    return this.pending.some(
      (sent) => sent.type === type && Object.entries(match).every(([key, value]) => sent[key] === value),
    )
  }

  close(): void {
    this.status = 'ended'
    clearInterval(this.#beat)
    clearTimeout(this.#retry)
    for (const stop of this.#stop) stop()
    this.#outbox.close()
    this.#socket.disconnect()
  }

  #auth(): Record<string, unknown> {
    const { pass, language, as } = this.#options
    const have = {
      ...(this.#view.have && { view: this.#view.have }),
      ...(this.#own.have && { own: this.#own.have }),
    }
    return { pass, have, ...(language && { language }), ...(as && { as }) }
  }

  #emit(command: Sent, answer: (ack: Ack) => void): boolean {
    if (!this.#socket.connected || this.#options.as !== undefined) return false
    this.#socket.emit('command', command, answer)
    return true
  }

  #listen(): void {
    const socket = this.#socket
    socket.on('connect', () => {
      this.#heard()
      this.#offsets = []
      this.#behindSince = undefined
      this.#resyncAt = undefined
      this.bye = undefined
      this.#outbox.reconnected()
    })
    socket.on('disconnect', (reason: string) => {
      if (this.status === 'ended') return
      this.status = this.#everLive ? 'reconnecting' : 'connecting'
      // Ended by the server: socket.io would not come back by itself.
      if (reason === 'io server disconnect') this.#again(this.bye ? 300 + Math.random() * 1500 : 800)
    })
    socket.on('connect_error', (error: Error & { data?: unknown }) => this.#refused(error))
    socket.on('view', (frame: Frame) => this.#frame(this.#view, frame))
    socket.on('own', (frame: Frame) => this.#frame(this.#own, frame))
    socket.on('presence', (sent: Presence) => {
      this.#heard()
      this.presence = sent.seats
      this.here = sent.teams
    })
    socket.on('tick', (tick: Tick) => {
      this.#heard(tick.now)
      const behind =
        (tick.view !== undefined && tick.view > this.#view.version) ||
        (tick.own !== undefined && tick.own > this.#own.version)
      this.#behindSince = behind ? (this.#behindSince ?? this.#ticks()) : undefined
      this.#ticked = tick
      if (behind) setTimeout(() => this.#look(), BEHIND_FOR + 20)
    })
    socket.on('bye', (bye: Bye) => {
      this.bye = bye
      if (!bye.reconnect) this.#end(bye)
    })
  }

  #ticked: Pick<Tick, 'view' | 'own'> = {}

  #frame<T>(stream: Stream<T>, frame: Frame): void {
    this.#heard(frame.now)
    const verdict = stream.take(frame)
    if (verdict === 'gap') this.#resync()
    if (verdict !== 'taken') return
    if (frame.base === undefined) this.#resyncAt = undefined
    if (stream === (this.#view as unknown)) this.view = this.#view.value
    else this.own = this.#own.value
    const ticked = this.#ticked
    if ((ticked.view ?? -1) <= this.#view.version && (ticked.own ?? -1) <= this.#own.version)
      this.#behindSince = undefined
  }

  /** One at a time: asked again only when five seconds brought nothing. */
  #resync(): void {
    if (!this.#socket.connected) return
    if (this.#resyncAt !== undefined && this.#ticks() - this.#resyncAt < 5000) return
    this.#resyncAt = this.#ticks()
    this.#socket.emit('resync', {})
  }

  #heard(serverNow?: number): void {
    this.#heardAt = this.#ticks()
    if (serverNow !== undefined) {
      // The newest of six and the least delayed of them: delay only ever makes the difference smaller.
      this.#offsets = [...this.#offsets, serverNow - this.#ticks()].slice(-6)
      this.at = this.now()
    }
    if (this.status !== 'ended' && this.#socket.connected) {
      this.status = 'live'
      this.#everLive = true
    }
  }

  #look(): void {
    if (this.status === 'ended') return
    this.at = this.now()
    const quiet = this.#ticks() - this.#heardAt
    if (this.#behindSince !== undefined && this.#ticks() - this.#behindSince >= BEHIND_FOR) {
      this.#behindSince = undefined
      this.#resync()
    }
    if (this.status === 'live' && quiet >= STALE_AFTER) this.status = 'stale'
    if (this.#socket.connected && quiet >= GIVE_UP_AFTER) this.#force()
  }

  #refused(error: Error & { data?: unknown }): void {
    if (this.status === 'ended') return
    const said = doorSaid(error)
    if (said !== undefined && FINAL.has(said.code)) {
      this.#end({ ...said, reconnect: false })
      return
    }
    this.status = this.#everLive ? 'reconnecting' : 'connecting'
    // A refusal by the server stops socket.io's own attempts; a network error does not.
    if (said !== undefined) this.#again(2000 + Math.random() * 3000)
  }

  #end(bye: Ended): void {
    this.bye = bye
    this.status = 'ended'
    this.#outbox.drop()
    clearTimeout(this.#retry)
    this.#socket.disconnect()
  }

  #again(after: number): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => {
      if (this.status !== 'ended' && !this.#socket.connected) this.#socket.connect()
    }, after)
  }

  /** Drops a connection that may be dead without knowing it and opens a new one at once. */
  #force(): void {
    if (this.status === 'ended') return
    this.#heardAt = this.#ticks()
    clearTimeout(this.#retry)
    this.#socket.disconnect()
    if (this.#everLive) this.status = 'reconnecting'
    this.#socket.connect()
  }

  /** A phone that slept, a page from the back-forward cache, a network that came back. */
  #watchPage(): void {
    const seen = (): void => {
      if (document.visibilityState === 'hidden') {
        this.#hiddenAt = this.#ticks()
        return
      }
      const slept = this.#hiddenAt === undefined ? 0 : this.#ticks() - this.#hiddenAt
      this.#hiddenAt = undefined
      if (!this.#socket.connected || slept > HIDDEN_FOR || this.#ticks() - this.#heardAt > STALE_AFTER) this.#force()
    }
    const shown = (event: PageTransitionEvent): void => {
      if (event.persisted) this.#force()
    }
    const online = (): void => this.#force()
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pageshow', shown)
    window.addEventListener('online', online)
    this.#stop.push(
      () => document.removeEventListener('visibilitychange', seen),
      () => window.removeEventListener('pageshow', shown),
      () => window.removeEventListener('online', online),
    )
  }
}

/** The `{code, message}` of a refused handshake, wherever the server's library has put it. */
function doorSaid(error: Error & { data?: unknown }): { code: string; message: string } | undefined {
  const isSaid = (value: unknown): value is { code: string; message?: string } =>
    typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string'
  if (isSaid(error.data)) return { code: error.data.code, message: error.data.message ?? error.message }
  try {
    const parsed: unknown = JSON.parse(error.message)
    if (isSaid(parsed)) return { code: parsed.code, message: parsed.message ?? '' }
  } catch {
    // Not ours: a network error.
  }
  return undefined
}
