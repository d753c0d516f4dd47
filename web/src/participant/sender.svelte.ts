/** One thing to save: whether it is on its way, refused, or stored. "Stored" only after the server's word. */

import type { Asked } from '../lib/connection.svelte'
import { m } from '../lib/paraglide/messages.js'
import type { Ack } from '../lib/wire'
import type { Seat } from './seat.svelte'

const LATE = 2500

export class Sender {
  state = $state<'idle' | 'sending' | 'late' | 'saved' | 'refused'>('idle')
  message = $state('')
  field = $state<string>()
  #turn = 0

  constructor(private readonly seat: Seat) {}

  get busy(): boolean {
    return this.state === 'sending' || this.state === 'late'
  }

  async send(command: Asked): Promise<Ack> {
    this.#turn += 1
    const turn = this.#turn
    this.state = 'sending'
    this.message = ''
    this.field = undefined
    const late = setTimeout(() => {
      if (turn === this.#turn && this.state === 'sending') this.state = 'late'
    }, LATE)
    const ack = await this.seat.send(command)
    clearTimeout(late)
    if (turn !== this.#turn) return ack
    if (ack.ok) this.state = 'saved'
    else {
      this.state = 'refused'
      this.message = ack.message || (ack.code === 'watching' ? m.participant_watching() : m.shared_error_unknown())
      this.field = ack.field
    }
    return ack
  }

  reset(): void {
    this.#turn += 1
    this.state = 'idle'
    this.message = ''
  }
}
