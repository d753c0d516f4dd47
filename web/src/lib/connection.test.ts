import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Connection, type Socket } from './connection.svelte'
import { store } from './pass'
import type { Ack } from './wire'

type Heard = (...data: unknown[]) => void

/** A socket without a network. */
class FakeSocket implements Socket {
  connected = false
  sent: Array<[string, Record<string, unknown>, ((ack: Ack) => void) | undefined]> = []
  connects = 0
  #on = new Map<string, Heard>()
  on(event: string, listener: (...data: never[]) => void): void {
    this.#on.set(event, listener as Heard)
  }
  emit(event: string, ...data: unknown[]): void {
    this.sent.push([event, data[0] as Record<string, unknown>, data[1] as ((ack: Ack) => void) | undefined])
  }
  connect(): void {
    this.connects += 1
  }
  disconnect(): void {
    if (this.connected) this.lose('io client disconnect')
  }
  say(event: string, ...data: unknown[]): void {
    this.#on.get(event)?.(...data)
  }
  open(): void {
    this.connected = true
    this.say('connect')
  }
  lose(reason = 'transport close'): void {
    this.connected = false
    this.say('disconnect', reason)
  }
  of(event: string): Record<string, unknown>[] {
    return this.sent.filter(([name]) => name === event).map(([, data]) => data)
  }
}

let auth: () => Record<string, unknown> = () => ({})
let socket: FakeSocket
let opened: Array<Connection<Record<string, unknown>, Record<string, unknown>>> = []

const connect = (as?: string) => {
  socket = new FakeSocket()
  const connection = new Connection<Record<string, unknown>, Record<string, unknown>>({
    pass: 'P'.repeat(22),
    code: 'K7MP3XQ9',
    ...(as !== undefined && { as }),
    open: (give) => {
      auth = give
      return socket
    },
    ticks: () => Date.now(),
  })
  opened.push(connection)
  return connection
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  for (const connection of opened) connection.close()
  opened = []
  store.removeItem('crisistafel.unsent/K7MP3XQ9/PPPPPPPP')
  vi.useRealTimers()
})

const view = (version: number, base?: number, data: Record<string, unknown> = { version }) => ({
  stream: 's',
  version,
  now: 5_000_000,
  view: data,
  ...(base !== undefined && { base }),
})

describe('a connection', () => {
  it('is live once it hears, says what it has at reconnecting, and keeps the last screen', () => {
    const connection = connect()
    expect(connection.status).toBe('connecting')
    expect(auth()).toEqual({ pass: 'P'.repeat(22), have: {} })
    socket.open()
    socket.say('view', view(4))
    expect(connection.status).toBe('live')
    socket.lose()
    expect(connection.status).toBe('reconnecting')
    expect(connection.view).toEqual({ version: 4 })
    expect(auth().have).toEqual({ view: ['s', 4] })
  })

  it('asks for the whole once when a frame was lost', () => {
    const connection = connect()
    socket.open()
    socket.say('view', view(1))
    socket.say('view', view(3, 2))
    socket.say('view', view(4, 3))
    expect(socket.of('resync')).toHaveLength(1)
    expect(connection.view).toEqual({ version: 1 })
    socket.say('view', view(4))
    expect(connection.view).toEqual({ version: 4 })
  })

  it('asks for the whole when it is behind what the tick says for two seconds, and not before', () => {
    connect()
    socket.open()
    socket.say('view', view(1))
    socket.say('tick', { now: 5_000_000, view: 3 })
    vi.advanceTimersByTime(1900)
    expect(socket.of('resync')).toHaveLength(0)
    vi.advanceTimersByTime(300)
    expect(socket.of('resync')).toHaveLength(1)
  })

  it('asks for nothing when the missing frame comes within those two seconds', () => {
    connect()
    socket.open()
    socket.say('view', view(1))
    socket.say('tick', { now: 5_000_000, view: 3 })
    socket.say('view', view(3, 1))
    vi.advanceTimersByTime(4000)
    expect(socket.of('resync')).toHaveLength(0)
  })

  it('shows itself as stale after fifteen silent seconds and then opens a new connection', () => {
    const connection = connect()
    socket.open()
    socket.say('view', view(1))
    vi.advanceTimersByTime(14_000)
    expect(connection.status).toBe('live')
    vi.advanceTimersByTime(1500)
    expect(connection.status).toBe('stale')
    vi.advanceTimersByTime(8000)
    expect(socket.connects).toBe(2)
  })

  it('knows the time of the server from the least delayed of what it heard', () => {
    const connection = connect()
    socket.open()
    socket.say('tick', { now: 5_000_000 })
    vi.advanceTimersByTime(1000)
    socket.say('tick', { now: 5_000_700 })
    expect(connection.now()).toBe(5_001_000)
  })

  it('ends for good when the server says goodbye, and comes back when it is asked to', () => {
    const leaving = connect()
    socket.open()
    socket.say('bye', { code: 'draining', reconnect: true })
    socket.lose('io server disconnect')
    vi.advanceTimersByTime(2000)
    expect(socket.connects).toBe(2)
    expect(leaving.status).toBe('reconnecting')
    socket.open()
    socket.say('bye', { code: 'removed', reconnect: false })
    socket.lose('io server disconnect')
    vi.advanceTimersByTime(60_000)
    expect(leaving.status).toBe('ended')
    expect(leaving.bye?.code).toBe('removed')
    expect(socket.connects).toBe(2)
  })

  it('ends when the door does not know the pass, and tries again when the door is only busy', () => {
    const connection = connect()
    socket.say('connect_error', Object.assign(new Error('x'), { data: { code: 'too_many', message: '' } }))
    vi.advanceTimersByTime(6000)
    expect(socket.connects).toBe(2)
    socket.say('connect_error', Object.assign(new Error('x'), { data: { code: 'unknown_pass', message: 'Weg' } }))
    expect(connection.status).toBe('ended')
    expect(connection.bye).toEqual({ code: 'unknown_pass', message: 'Weg', reconnect: false })
  })

  it('takes presence as it comes', () => {
    const connection = connect()
    socket.open()
    socket.say('presence', { seats: { s1: 'here' } })
    socket.say('presence', { seats: { s1: 'away' } })
    expect(connection.presence).toEqual({ s1: 'away' })
  })

  it('reconnects at once when a phone wakes up', () => {
    connect()
    socket.open()
    socket.say('view', view(1))
    const visible = vi.spyOn(document, 'visibilityState', 'get')
    visible.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(9000)
    visible.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(socket.connects).toBe(2)
  })
})

const vote = (option: string) => ({ type: 'vote.cast' as const, decision: 'd', option })
const accepted: Ack = { ok: true, version: 9 }
const notStored: Ack = { ok: false, code: 'not_stored', message: '' }

describe('a command', () => {
  it('gets an id and resolves with its answer', async () => {
    const connection = connect()
    socket.open()
    const answer = connection.send(vote('a'))
    expect(socket.of('command')[0]?.id).toMatch(/^[A-Za-z0-9_-]{16}$/)
    socket.sent[0]?.[2]?.(accepted)
    expect(await answer).toEqual(accepted)
    expect(connection.pending).toEqual([])
  })

  it('is sent again with the same id after a lost connection, and then resolves', async () => {
    const connection = connect()
    socket.open()
    const answer = connection.send(vote('a'))
    socket.lose()
    expect(connection.isPending('vote.cast', { decision: 'd' })).toBe(true)
    socket.open()
    const [first, second] = socket.of('command')
    expect(second).toEqual(first)
    socket.sent.at(-1)?.[2]?.(accepted)
    expect((await answer).ok).toBe(true)
  })

  it('is kept and sent again with the same id while the journal does not answer', async () => {
    const connection = connect()
    socket.open()
    const answer = connection.send(vote('a'))
    socket.sent[0]?.[2]?.(notStored)
    expect(connection.pending).toHaveLength(1)
    vi.advanceTimersByTime(1500)
    const [first, second] = socket.of('command')
    expect(second).toEqual(first)
    socket.sent.at(-1)?.[2]?.(accepted)
    expect((await answer).ok).toBe(true)
  })

  it('gives way to a newer one about the same thing, so that an old vote never overwrites a new one', async () => {
    const connection = connect()
    const old = connection.send(vote('a'))
    const fresh = connection.send(vote('b'))
    expect(await old).toMatchObject({ ok: false, code: 'overtaken' })
    socket.open()
    expect(socket.of('command').map((command) => command.option)).toEqual(['b'])
    socket.sent[0]?.[2]?.(accepted)
    expect((await fresh).ok).toBe(true)
  })

  it('does not come back after being overtaken on its way', async () => {
    const connection = connect()
    socket.open()
    const old = connection.send(vote('a'))
    connection.send(vote('b'))
    socket.sent[0]?.[2]?.(notStored)
    vi.advanceTimersByTime(2000)
    expect(socket.of('command').filter((command) => command.option === 'a')).toHaveLength(1)
    expect((await old).ok).toBe(false)
  })

  it('survives a reload', () => {
    const first = connect()
    first.send(vote('a'))
    const id = first.pending[0]?.id
    first.close()
    const second = connect()
    expect(second.pending.map((command) => command.id)).toEqual([id])
    socket.open()
    expect(socket.of('command')[0]?.id).toBe(id)
  })

  it('goes in batches of fewer than sixteen, and all of them go', () => {
    const connection = connect()
    for (let n = 0; n < 40; n += 1) connection.send({ type: 'inject.read', inject: `n${n}` })
    socket.open()
    let most = 0
    for (let second = 0; second < 60 && connection.pending.length > 0; second += 1) {
      const batch = socket.sent.splice(0)
      most = Math.max(most, batch.length)
      for (const [, , answer] of batch) answer?.(accepted)
      vi.advanceTimersByTime(1000)
    }
    expect(most).toBeLessThanOrEqual(16)
    expect(connection.pending).toEqual([])
  })

  it('is refused with the reason, once', async () => {
    const connection = connect()
    socket.open()
    const answer = connection.send(vote('a'))
    socket.sent[0]?.[2]?.({ ok: false, code: 'vote_closed', message: 'De stemming is gesloten.' })
    expect(await answer).toMatchObject({ code: 'vote_closed' })
    vi.advanceTimersByTime(5000)
    expect(socket.of('command')).toHaveLength(1)
  })

  it('is never said by one who only listens', () => {
    const connection = connect('s1')
    socket.open()
    connection.send(vote('a'))
    expect(socket.of('command')).toEqual([])
  })
})
