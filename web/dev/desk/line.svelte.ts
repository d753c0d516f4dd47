/** A connection that answers by itself after a moment, and shows every command in the console. */

import type { Line } from '../../src/facilitator/desk.svelte'
import type { Ack, DeskView } from '../../src/lib/wire'

export class FakeLine implements Line {
  view = $state.raw<DeskView>()
  own = undefined
  here = $state.raw<Record<string, number>>({})
  presence = $state.raw<Record<string, 'here' | 'away'>>({})
  status = $state<Line['status']>('live')
  bye = undefined
  at = $state(Date.now())
  pending = $state.raw<Line['pending']>([])

  constructor(view: DeskView, status: Line['status']) {
    this.view = view
    this.status = status
    const away = new Set(['s4'])
    const seats = Object.values(view.teams).flatMap((team) => Object.keys(team.seats))
    this.presence = Object.fromEntries(seats.map((seat) => [seat, away.has(seat) ? 'away' : 'here']))
    setInterval(() => {
      this.at = Date.now()
    }, 1000)
  }

  now(): number {
    return Date.now()
  }

  async send(command: { type: string; [field: string]: unknown }): Promise<Ack> {
    console.info('command', JSON.stringify(command))
    const sent = { id: String(this.pending.length), ...command }
    this.pending = [...this.pending, sent]
    await new Promise((resolve) => setTimeout(resolve, 400))
    this.pending = this.pending.filter((other) => other !== sent)
    if (command.type === 'decision.close')
      return {
        ok: false,
        code: 'stale',
        message: 'Uw collega was u voor: stem gesloten. Kijk hoe het nu staat en kies dan opnieuw.',
      }
    if (this.view !== undefined && command.type.startsWith('inject.'))
      this.view = { ...this.view, undo: { of: 'x', by: 'd1', until: Date.now() + 10_000 } }
    return { ok: true, version: 1 }
  }
}
