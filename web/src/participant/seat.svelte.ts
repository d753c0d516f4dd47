/** This chair: the connection, and what the screens ask of the view again and again. */

import { getContext, setContext } from 'svelte'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import { Announcer } from '../lib/announce.svelte'
import type { Asked, Connection } from '../lib/connection.svelte'
import { readDraft, writeDraft } from '../lib/draft'
import { inOrder } from '../lib/order'
import { gameMoment, gameNow } from '../lib/time'
import type { Ack, DecisionPart, Erased, Own, ParticipantView } from '../lib/wire'

export type Tab = 'news' | 'picture' | 'role'

const LIVE = new Set<DecisionPart['state']>(['picture', 'open', 'closed', 'revealed', 'settled'])

export class Seat {
  readonly announcer = new Announcer()
  tab = $state<Tab>('news')
  /** The decision that is open on this phone. */
  looking = $state<string>()
  /** The talk: this phone shows the question and nothing else. */
  silent = $state(false)
  /** This person erased themselves: there is no room for this phone any more. */
  erased = $state.raw<Erased>()
  /** News that this phone has shown long enough, also before the server has heard so. */
  #opened = new SvelteSet<string>()
  /** Effects and pictures that were looked at: `<decision>` → round, `picture` → count. */
  #seen: SvelteMap<string, number>
  /** When this phone saw a round being revealed: `<decision>/<round>` → server time. */
  #revealedAt = new SvelteMap<string, number>()

  constructor(
    readonly connection: Connection<ParticipantView, Own>,
    readonly code: string,
    /** A desk that only looks: nothing is sent. */
    readonly watching = false,
    /** What this chair's documents are asked for with. */
    readonly pass = '',
  ) {
    this.#seen = new SvelteMap(Object.entries(readDraft<Record<string, number>>(this.#seenKey) ?? {}))
  }

  /** A desk that looks along does not mark anything as seen on this device's own chair. */
  get #seenKey(): string {
    return this.watching ? `seen/${this.code}/as` : `seen/${this.code}`
  }

  get view(): ParticipantView {
    const view = this.connection.view
    if (view === undefined) throw new Error('There is no view yet.')
    return view
  }

  get own(): Own | undefined {
    return this.connection.own
  }

  news = $derived.by(() => inOrder(this.connection.view?.news))
  unread = $derived.by(() => this.news.filter(([id]) => !this.isRead(id)).map(([id]) => id))
  picture = $derived.by(() => inOrder(this.connection.view?.picture))
  decisions = $derived.by(() => inOrder(this.connection.view?.decisions))

  /** The decision that matters now: the last one that is under way, else the last effect. */
  current = $derived.by((): [string, DecisionPart] | undefined => {
    const live = this.decisions.filter(([, decision]) => LIVE.has(decision.state))
    const open = live.filter(([, decision]) => decision.state !== 'picture' && decision.state !== 'settled')
    const last = open.at(-1) ?? live.at(-1)
    if (last) return last
    const done = this.decisions.filter(([, decision]) => decision.state === 'effective').at(-1)
    return done && !this.isSeen(done[0], done[1]) ? done : undefined
  })

  /** `vrijdag 16.10`; undefined outside story time. */
  moment = $derived.by((): string | undefined => {
    const clock = this.connection.view?.room.clock
    if (!clock?.game) return undefined
    const minute = gameNow(clock, this.connection.at)
    return minute === undefined ? undefined : gameMoment(clock.game.first_weekday, minute, this.language)
  })

  /** Commands without an answer, except those about reading: they matter to nobody here. */
  get unsent(): number {
    return this.connection.pending.filter((sent) => sent.type !== 'inject.read' && sent.type !== 'term.open').length
  }

  get language(): string {
    return this.connection.view?.room.language ?? 'nl'
  }

  isRead(inject: string): boolean {
    return this.own?.read[inject] !== undefined || this.#opened.has(inject)
  }

  markRead(inject: string): void {
    if (this.watching || this.isRead(inject)) return
    this.#opened.add(inject)
    void this.send({ type: 'inject.read', inject })
  }

  isSeen(decision: string, part: DecisionPart): boolean {
    return (this.#seen.get(decision) ?? -1) >= part.round
  }

  markSeen(decision: string, part: DecisionPart): void {
    if (!this.isSeen(decision, part)) this.#remember(decision, part.round)
  }

  sawRevealed(decision: string, part: DecisionPart, happened: boolean): void {
    const key = `${decision}/${part.round}`
    if (!this.#revealedAt.has(key)) this.#revealedAt.set(key, happened ? this.connection.at : 0)
  }

  /** Milliseconds since this phone saw the votes turn over; very long when that was before it looked. */
  sinceReveal(decision: string, part: DecisionPart): number {
    return this.connection.at - (this.#revealedAt.get(`${decision}/${part.round}`) ?? this.connection.at)
  }

  /** Items of the picture that came since this phone last looked at it. */
  get newInPicture(): number {
    return Math.max(0, this.picture.length - (this.#seen.get('picture/') ?? 0))
  }

  markPictureSeen(): void {
    if (this.newInPicture > 0) this.#remember('picture/', this.picture.length)
  }

  /** Steps of terms and of the ladder, which stand beside the role. */
  #steps = $derived.by(() => {
    const terms = Object.values(this.connection.view?.clocks ?? {})
    const taken = Object.values(this.connection.view?.ladder ?? {}).filter((rung) => rung.at !== undefined)
    return terms.length + terms.filter((term) => term.state !== 'running').length + taken.length
  })

  /** Those that came since this phone last looked at them. */
  get newInRole(): number {
    return Math.max(0, this.#steps - (this.#seen.get('role/') ?? 0))
  }

  markRoleSeen(): void {
    if (this.newInRole > 0) this.#remember('role/', this.#steps)
  }

  send(command: Asked): Promise<Ack> {
    if (this.watching) return Promise.resolve({ ok: false, code: 'watching', message: '' })
    return this.connection.send(command)
  }

  roleName(role: string): string {
    return this.connection.view?.roles[role]?.name ?? role
  }

  #remember(key: string, value: number): void {
    this.#seen.set(key, value)
    writeDraft(this.#seenKey, Object.fromEntries(this.#seen))
  }
}

const KEY = Symbol('seat')
export const provideSeat = (seat: Seat): Seat => setContext(KEY, seat)
export const useSeat = (): Seat => getContext<Seat>(KEY)
