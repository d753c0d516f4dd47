import { m } from '../../lib/paraglide/messages.js'
import { type ClockAnchors, gameMoment, gameNow } from '../../lib/time'
import type { NewsItem, Room, ScreenDecision, ScreenQuestion, ScreenView } from '../../lib/wire'

/** `vrijdag 16.10`; undefined outside story time. It never runs past the end of the phase's own time. */
export function storyMoment(clock: Room['clock'], now: number, language: string): string | undefined {
  const { game } = clock
  if (game === undefined) return undefined
  const minute = gameNow(clock as ClockAnchors, now)
  if (minute === undefined) return undefined
  return gameMoment(game.first_weekday, Math.min(minute, game.ends ?? minute), language)
}

/** The facilitator's or the role's word: who decided, as a line that ends in a colon. */
export function decidedBy(view: ScreenView, part: ScreenDecision): string {
  const role = part.role === undefined ? '' : (view.roles[part.role]?.name ?? part.role)
  switch (part.way) {
    case 'word':
    case 'role':
      return m.screen_decides({ role })
    case 'empty_chair':
      return m.shared_settled_empty()
    case 'overrule':
      return m.shared_settled_overrule()
    case 'majority':
      return m.shared_settled_majority()
    case 'tie':
      return m.shared_settled_tie({ role })
    case 'consensus':
      return m.shared_settled_consensus()
    case 'no_consensus':
      return m.shared_settled_no_consensus()
    default:
      return m.screen_decided()
  }
}

export const optionLabel = (question: ScreenQuestion, option: string | undefined): string =>
  option === undefined ? '' : (question.options[option]?.label ?? '')

/** What one line says of a piece of news: its subject, else its first words. */
export function headline(item: NewsItem, most = 90): string {
  if (item.subject !== undefined) return item.subject
  const first = item.body.split('\n')[0]?.trim() ?? ''
  if (first.length <= most) return first
  const cut = first.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`
}

/** What a team is doing, in a word or two. */
export function stateWord(part: ScreenDecision): string {
  switch (part.state) {
    case 'planned':
      return m.screen_state_planned()
    case 'picture':
      return m.screen_state_picture()
    case 'open':
      return m.screen_tally({ cast: part.cast, of: part.of })
    case 'closed':
      return m.screen_state_closed()
    case 'revealed':
      return m.screen_state_revealed()
    case 'settled':
    case 'effective':
      return m.screen_state_settled()
    case 'skipped':
      return m.screen_state_skipped()
  }
}
