/** Messages that a facilitator writes herself: several at once, kept on this device, so that a reload loses nothing. */

import { randomText, store } from '../../lib/pass'
import type { Letter } from '../../lib/wire'

const KEY = 'crisistafel.messages/'
const MOST = 40

export interface Draft {
  id: string
  channel: Letter['channel']
  from: string
  subject: string
  body: string
  /** Roles; none: everyone in the team. */
  to: string[]
  /** Teams; none: all of them. */
  teams: string[]
  /** When it was sent, in server time. */
  sent?: number
}

function read(code: string): Draft[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY + code) ?? '[]')
    return Array.isArray(kept) ? (kept as Draft[]) : []
  } catch {
    return []
  }
}

export const forgetDrafts = (code: string): void => store.removeItem(KEY + code)

const blank = (): Draft => ({
  id: randomText(8),
  channel: 'mail',
  from: '',
  subject: '',
  body: '',
  to: [],
  teams: [],
})

export const isEmpty = (draft: Draft): boolean => [draft.from, draft.subject, draft.body].every((text) => !text.trim())

export class Drafts {
  all: Draft[] = $state([])
  /** The one that is being written. */
  current: Draft = $state(blank())

  constructor(private readonly code: string) {
    this.all = read(code)
    this.current = this.all.find((draft) => draft.sent === undefined) ?? this.fresh()
  }

  /** A new one; empty ones are not collected. */
  fresh(): Draft {
    this.all = [blank(), ...this.all.filter((draft) => !isEmpty(draft))].slice(0, MOST)
    this.current = this.all[0] as Draft
    return this.current
  }

  pick(id: string): void {
    const found = this.all.find((draft) => draft.id === id)
    if (found !== undefined) this.current = found
  }

  /** What was sent stays as it was; its words begin a new one. */
  reuse(): void {
    const { sent: _, id: __, ...words } = $state.snapshot(this.current)
    this.all = [{ ...words, id: randomText(8) }, ...this.all].slice(0, MOST)
    this.current = this.all[0] as Draft
    this.keep()
  }

  drop(): void {
    this.all = this.all.filter((draft) => draft.id !== this.current.id)
    this.current = this.all.find((draft) => draft.sent === undefined) ?? this.fresh()
    this.keep()
  }

  wasSent(id: string, at: number): void {
    const found = this.all.find((draft) => draft.id === id)
    if (found !== undefined) found.sent = at
    this.keep()
  }

  keep(): void {
    const worth = $state.snapshot(this.all).filter((draft) => !isEmpty(draft))
    if (worth.length === 0) forgetDrafts(this.code)
    else store.setItem(KEY + this.code, JSON.stringify(worth))
  }
}
