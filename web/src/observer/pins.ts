/** What a note may be about, and how that is called: this moment, a decision, a role, or a piece of shared news. */

import { inOrder } from '../lib/order'
import { m } from '../lib/paraglide/messages.js'
import type { NewsItem, ObserverView } from '../lib/wire'

export interface Pin {
  /** `<kind>:<id>`, as the wire has it. */
  about: string
  label: string
}

const headline = (item: NewsItem): string => item.subject ?? item.sender

/** The news that any team shares, the newest first, each once. */
function allNews(view: ObserverView): Array<[string, NewsItem]> {
  const found = new Map<string, NewsItem>()
  for (const team of Object.values(view.shared)) for (const [id, item] of inOrder(team.news)) found.set(id, item)
  return [...found].sort(([, a], [, b]) => b.at - a.at)
}

export const rolePins = (view: ObserverView): Pin[] =>
  inOrder(view.roles).map(([id, role]) => ({ about: `role:${id}`, label: role.name }))

export const decisionPins = (view: ObserverView): Pin[] =>
  inOrder(view.decisions)
    .reverse()
    .map(([id, question]) => ({ about: `decision:${id}`, label: question.title }))

export const newsPins = (view: ObserverView): Pin[] =>
  allNews(view).map(([id, item]) => ({ about: `inject:${id}`, label: headline(item) }))

/** The words for a note's pin; nothing where it is about the moment, or about what this page cannot see. */
export function pinLabel(view: ObserverView, about: string | undefined): string | undefined {
  if (about === undefined) return undefined
  return [...rolePins(view), ...decisionPins(view), ...newsPins(view)].find((pin) => pin.about === about)?.label
}

export const decisionWord = (state: string): string =>
  (
    ({
      planned: m.observer_state_planned,
      picture: m.observer_state_picture,
      open: m.observer_state_open,
      closed: m.observer_state_closed,
      revealed: m.observer_state_revealed,
      settled: m.observer_state_settled,
      effective: m.observer_state_effective,
      skipped: m.observer_state_skipped,
    }) as Record<string, () => string>
  )[state]?.() ?? state
