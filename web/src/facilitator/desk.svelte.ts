/** The desk of one room: its view, what it says, and what came of it. */

import { getContext, setContext } from 'svelte'
import type { Connection } from '../lib/connection.svelte'
import { m } from '../lib/paraglide/messages.js'
import { getLocale } from '../lib/paraglide/runtime.js'
import { sessionNow } from '../lib/time'
import type { DeskCommand, DeskRows, DeskTeam, DeskView } from '../lib/wire'
import { unfolded } from './logic/hall'
import type { KeptDesk } from './logic/kept'
import { partly, refusal, saidOf } from './logic/said'
import { inOrder, type Named, runningDecision } from './logic/sheet'

export type Line = Pick<
  Connection<DeskView, DeskRows>,
  'view' | 'own' | 'presence' | 'here' | 'status' | 'bye' | 'at' | 'now' | 'send' | 'pending'
>

type WithoutId<C> = C extends unknown ? Omit<C, 'id'> : never
export type Order = WithoutId<DeskCommand>

/** Steps of their own that are not taken back, and after which the one before is not either. */
const OVER = new Set([
  'room.pause',
  'room.resume',
  'room.debrief',
  'report.release',
  'decision.settle',
  'decision.reopen',
])

/** What came of the last command: on its way, done, or refused. */
export interface Outcome {
  kind: 'pending' | 'done' | 'refused'
  text: string
  /** Differs for every outcome, so that the same words are said again. */
  turn: number
}

export class Desk {
  outcome = $state.raw<Outcome>()
  /** Which team a secondary command is for; undefined: all of them. */
  team = $state<string>()
  /** The table whose rows are asked for, in a hall. */
  opened = $state<string>()
  /** The decision for which someone's word is being entered. */
  settling = $state<string>()
  /** The decision for which a new round is being asked. */
  reopening = $state<string>()
  private turn = 0
  private movedAt = Number.NEGATIVE_INFINITY
  /** A step that something else of this desk has come after: it is no longer offered back. */
  private past = $state<string>()

  constructor(
    readonly line: Line,
    readonly first: DeskView,
    readonly code: string,
    readonly pass: string,
    readonly kept: KeptDesk | undefined,
  ) {}

  readonly told = $derived.by(() => this.line.view ?? this.first)
  /** The rows of the opened table, once they have come. */
  readonly rows = $derived.by(() => (this.line.own?.team === this.opened ? this.line.own : undefined))
  readonly view = $derived.by(() => unfolded(this.told, this.rows))
  readonly hall = $derived.by(() => this.told.hall)
  readonly teams = $derived.by(() => inOrder(this.view.teams))
  readonly several = $derived.by(() => this.teams.length > 1)
  /** Session time in ms. */
  readonly session = $derived.by(() => sessionNow(this.view.room.clock, this.line.at))
  readonly decision = $derived.by(() => runningDecision(this.view))
  readonly live = $derived.by(() => this.line.status === 'live')

  get language(): string {
    return getLocale()
  }

  role(id: string | undefined): string {
    return id === undefined ? '' : (this.view.roles[id]?.name ?? id)
  }

  /** A role's name where it is short enough for a list, else its abbreviation. */
  short(id: string): string {
    const role = this.view.roles[id]
    if (role === undefined) return id
    return role.name.length <= 18 ? role.name : role.short
  }

  /** How many people sit there: in a hall nobody's row is known. */
  taken(team: Named<DeskTeam>): number {
    return this.hall?.teams[team.id]?.taken ?? Object.keys(team.seats).length
  }

  teamName(id: string): string {
    return this.view.teams[id]?.name ?? id
  }

  /** The chosen team, as a command carries it. */
  get scope(): { team?: string } {
    return this.team === undefined ? {} : { team: this.team }
  }

  /** Says it, shows that it is on its way, and what came of it. True when it was done. */
  run(order: Order): Promise<boolean> {
    return this.runAll([order])
  }

  /** One press that takes several commands, because not every table is equally far. Stops at the first refusal. */
  async runAll(orders: Order[]): Promise<boolean> {
    const turn = ++this.turn
    this.outcome = { kind: 'pending', text: m.facilitator_said_pending(), turn }
    const results: Array<Record<string, unknown> | undefined> = []
    for (const order of orders) {
      const ack = await this.line.send(order)
      // A newer command has the floor; a refusal is always worth saying.
      if (!ack.ok && ack.code === 'overtaken') return false
      if (!ack.ok) {
        this.outcome = { kind: 'refused', text: refusal(ack), turn }
        return false
      }
      results.push(ack.result)
      if (OVER.has(order.type)) this.past = this.view.undo?.of
      if (turn === this.turn) {
        const text = partly(results, saidOf(order), (id) => this.teamName(id))
        this.outcome = { kind: 'done', text, turn }
      }
    }
    return true
  }

  /** Another desk has just moved the game: a press that was meant for the step before must not take the next one. */
  overtaken(): boolean {
    return performance.now() - this.movedAt < 1000
  }

  /** Says what happened here by somebody else's hand; a refusal of one's own is more worth reading. */
  tell(text: string): void {
    this.movedAt = performance.now()
    if (this.outcome?.kind !== 'refused') this.outcome = { kind: 'done', text, turn: this.turn + Math.random() }
  }

  /** This desk's own last step, while it may still be taken back; in seconds. */
  readonly undo = $derived.by(() => {
    const undo = this.view.undo
    const device = this.kept?.device
    if (!['running', 'debrief'].includes(this.view.room.status)) return undefined
    if (undo === undefined || undo.of === this.past || (device && undo.by !== device && undo.by !== `desk:${device}`))
      return undefined
    const left = Math.ceil((undo.until - this.line.at) / 1000)
    return left > 0 ? { of: undo.of, left: Math.min(left, 10) } : undefined
  })

  busy(type: string): boolean {
    return this.line.pending.some((sent) => sent.type === type)
  }
}

const KEY = Symbol('desk')
export const giveDesk = (desk: Desk): Desk => setContext(KEY, desk)
export const useDesk = (): Desk => getContext<Desk>(KEY)
