/** Commands on their way: each with an id of its own, kept until the server has answered for good, in order. */

import { randomText, store } from './pass'
import type { Ack } from './wire'

export interface Sent {
  id: string
  type: string
  [field: string]: unknown
}

interface Waiting {
  command: Sent
  resolve: (ack: Ack) => void
  /** On its way since this many milliseconds (monotonic); undefined: not sent on this connection. */
  sentAt?: number
  /** A newer command says the same thing otherwise: this one is not sent again. */
  overtaken?: boolean
}

/** More than sixteen packets in one polling request are lost (engine.io), and a seat may send five a second. */
const WINDOW = 12
const BURST = 15
const PER_SECOND = 4
/** The server answers within two seconds; whatever takes longer is asked again, with the same id. */
const ANSWER_WITHIN = 8000
const AGAIN_AFTER = 1000
const ASK_AGAIN = new Set(['not_stored', 'too_fast', 'too_many'])

export const OVERTAKEN: Ack = { ok: false, code: 'overtaken', message: '' }

/** What a command is about, for those of which only the last one counts. */
function subject(command: Sent): string | undefined {
  switch (command.type) {
    case 'vote.cast':
    case 'decision.settle':
    case 'practice.answer':
    case 'statement.mark':
      return `${command.type}/${String(command.decision)}/${String(command.team ?? '')}`
    case 'reflection.write':
      return `${command.type}/${String(command.question)}`
    case 'measure.answer':
      return `${command.type}/${String(command.moment)}/${String(command.statement)}`
    case 'priority.answer':
      return `${command.type}/${String(command.moment)}`
    case 'lesson.star':
      return `${command.type}/${String(command.lesson)}`
    case 'picture.change':
      return `${command.type}/${String(command.item)}`
    case 'resolution.write':
    case 'grade.give':
    case 'screen.show':
      return command.type
    case 'seat.away':
    case 'seat.back':
      return 'seat'
    default:
      return undefined
  }
}

export interface OutboxPort {
  /** Hands a command to the socket; `answer` is called at most once. False: there is no connection. */
  emit(command: Sent, answer: (ack: Ack) => void): boolean
  changed(pending: readonly Sent[]): void
  /** Monotonic milliseconds. */
  ticks(): number
}

export class Outbox {
  #waiting: Waiting[] = []
  #tokens = BURST
  #filledAt: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #holdUntil = 0

  constructor(
    private readonly port: OutboxPort,
    private readonly key: string,
  ) {
    this.#filledAt = port.ticks()
    for (const command of this.#read()) this.#waiting.push({ command, resolve: () => undefined })
    if (this.#waiting.length > 0) this.port.changed(this.pending)
  }

  get pending(): readonly Sent[] {
    return this.#waiting.filter((waiting) => !waiting.overtaken).map((waiting) => waiting.command)
  }

  send(asked: { type: string; [field: string]: unknown }): Promise<Ack> {
    const command: Sent = { ...asked, id: randomText(16) }
    const about = subject(command)
    if (about !== undefined)
      for (const older of [...this.#waiting])
        if (subject(older.command) === about) {
          older.overtaken = true
          if (older.sentAt === undefined) this.#finish(older, OVERTAKEN)
        }
    return new Promise((resolve) => {
      this.#waiting.push({ command, resolve })
      this.#keep()
      this.flush()
    })
  }

  /** A new connection: all that has no answer yet goes again, with its own id. */
  reconnected(): void {
    for (const waiting of [...this.#waiting]) {
      delete waiting.sentAt
      if (waiting.overtaken) this.#finish(waiting, OVERTAKEN)
    }
    this.#holdUntil = 0
    this.flush()
  }

  flush(): void {
    clearTimeout(this.#timer)
    const now = this.port.ticks()
    this.#tokens = Math.min(BURST, this.#tokens + ((now - this.#filledAt) / 1000) * PER_SECOND)
    this.#filledAt = now
    for (const waiting of this.#waiting)
      if (waiting.sentAt !== undefined && now - waiting.sentAt > ANSWER_WITHIN) delete waiting.sentAt
    if (now >= this.#holdUntil) {
      let open = WINDOW - this.#waiting.filter((waiting) => waiting.sentAt !== undefined).length
      for (const waiting of [...this.#waiting]) {
        if (open <= 0 || this.#tokens < 1) break
        if (waiting.sentAt !== undefined || waiting.overtaken) continue
        if (!this.port.emit(waiting.command, (ack) => this.#answered(waiting, ack))) return
        waiting.sentAt = now
        this.#tokens -= 1
        open -= 1
      }
    }
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.flush(), 300)
  }

  /** The connection has ended for good. */
  close(): void {
    clearTimeout(this.#timer)
  }

  /** Nothing of this seat is to be sent any more (it was removed, or the game is over). */
  drop(): void {
    this.close()
    this.#waiting = []
    this.#keep()
  }

  #answered(waiting: Waiting, ack: Ack): void {
    if (!this.#waiting.includes(waiting)) return
    if (!ack.ok && ASK_AGAIN.has(ack.code) && !waiting.overtaken) {
      delete waiting.sentAt
      this.#holdUntil = this.port.ticks() + AGAIN_AFTER
      this.port.changed(this.pending)
    } else this.#finish(waiting, ack)
    this.flush()
  }

  #finish(waiting: Waiting, ack: Ack): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting)
    this.#keep()
    waiting.resolve(ack)
  }

  #keep(): void {
    const pending = this.pending
    try {
      if (pending.length === 0) store.removeItem(this.key)
      else store.setItem(this.key, JSON.stringify(pending))
    } catch {
      // A full or blocked store: the commands still live in this page.
    }
    this.port.changed(pending)
  }

  #read(): Sent[] {
    try {
      const kept: unknown = JSON.parse(store.getItem(this.key) ?? '[]')
      return Array.isArray(kept) ? (kept as Sent[]) : []
    } catch {
      return []
    }
  }
}
