/** The desk's words for what the view says: states, the next step, ways of settling. */

import { m } from '../../lib/paraglide/messages.js'
import type { DecisionPart, DeskView, Letter, Mandate, PictureLine, RoomLine, SettledPart } from '../../lib/wire'
import { inOrder, type StepState, talkOn } from './sheet'

export const sessionState = (status: RoomLine['status']): string =>
  ({
    prepared: m.facilitator_status_prepared,
    lobby: m.facilitator_status_lobby,
    running: m.facilitator_status_running,
    paused: m.facilitator_status_paused,
    debrief: m.facilitator_status_debrief,
    closed: m.facilitator_status_closed,
  })[status]()

export const decisionState = (state: DecisionPart['state']): string =>
  ({
    planned: m.facilitator_state_planned,
    picture: m.facilitator_state_picture,
    open: m.facilitator_state_open,
    closed: m.facilitator_state_closed,
    revealed: m.facilitator_state_revealed,
    settled: m.facilitator_state_settled,
    effective: m.facilitator_state_effective,
    skipped: m.facilitator_state_skipped,
  })[state]()

export const stepWord = (state: StepState): string =>
  ({
    done: m.facilitator_step_done,
    skipped: m.facilitator_step_skipped,
    now: m.facilitator_step_now,
    held: m.facilitator_step_held,
    some: m.facilitator_step_some,
    later: m.facilitator_step_later,
    not_possible: m.facilitator_step_not_possible,
  })[state]()

export const kindWord = (kind: DecisionPart['kind']): string =>
  kind === 'main' ? m.facilitator_kind_main() : m.facilitator_kind_quick()

export const CHANNELS: readonly Letter['channel'][] = [
  'mail',
  'phone',
  'chat',
  'news',
  'social',
  'letter',
  'broadcast',
  'note',
]

export const channelWord = (channel: Letter['channel']): string =>
  ({
    mail: m.facilitator_channel_mail,
    phone: m.facilitator_channel_phone,
    chat: m.facilitator_channel_chat,
    news: m.facilitator_channel_news,
    social: m.facilitator_channel_social,
    letter: m.facilitator_channel_letter,
    broadcast: m.facilitator_channel_broadcast,
    note: m.facilitator_channel_note,
  })[channel]()

export const pictureWord = (kind: PictureLine['kind']): string =>
  ({
    fact: m.facilitator_picture_fact,
    assumption: m.facilitator_picture_assumption,
    unknown: m.facilitator_picture_unknown,
    action: m.facilitator_picture_action,
  })[kind]()

export const practiceWord = (answer: string): string => {
  if (answer === 'yes') return m.facilitator_practice_yes()
  if (answer === 'partly') return m.facilitator_practice_partly()
  return answer === 'no' ? m.facilitator_practice_no() : m.facilitator_practice_unknown()
}

/** How a decision came about; `role` is the mandate's name. */
export function wayWord(settled: SettledPart, role: string): string {
  switch (settled.way) {
    case 'role':
      return m.facilitator_way_role({ role })
    case 'word':
      return m.facilitator_way_word({ role })
    case 'empty_chair':
      return m.facilitator_way_empty_chair()
    case 'overrule':
      return m.facilitator_way_overrule()
    case 'majority':
      return m.facilitator_way_majority()
    case 'tie':
      return m.facilitator_way_tie({ role })
    case 'consensus':
      return m.facilitator_way_consensus()
    case 'no_consensus':
      return m.facilitator_way_no_consensus()
  }
}

/** What the primary button says: short where the middle of the desk names the decision, else the server's whole words. */
export function nextLabel(
  view: DeskView,
  running: string | undefined,
  role: (id: string | undefined) => string,
): string {
  if (talkOn(view) !== undefined) return m.facilitator_talk_on()
  const next = view.next
  const here = next.thing !== undefined && next.thing === running
  switch (next.action) {
    case 'room.start':
      return m.facilitator_next_start()
    case 'phase.next': {
      const phases = inOrder(view.run_sheet)
      const after = phases[phases.findIndex((phase) => phase.state === 'now') + 1]
      return after === undefined ? next.title : m.facilitator_next_phase({ title: after.title })
    }
    case 'decision.open':
      return here ? m.facilitator_next_open() : next.title
    case 'decision.close':
      return here ? m.facilitator_next_close() : next.title
    case 'decision.reveal':
      return here ? m.facilitator_next_reveal() : next.title
    case 'decision.settle': {
      const mandate = view.teams[next.team ?? '']?.decisions[next.thing ?? '']?.mandate
      return here ? saysLabel(mandate, role) : next.title
    }
    case 'decision.apply':
      return here ? m.facilitator_next_apply() : next.title
    default:
      return next.title
  }
}

/** `Burgemeester zegt …`, or without a mandate in one chair: `Besluit vastleggen …` */
export const saysLabel = (mandate: Mandate | undefined, role: (id: string | undefined) => string): string =>
  mandate?.role === undefined
    ? m.facilitator_next_settle()
    : m.facilitator_next_settle_role({ role: role(mandate.role) })

/** What the screen shows now. */
export function showingWord(view: DeskView): string {
  const [what, thing] = view.showing.split(':')
  if (what === 'code') return m.facilitator_showing_code()
  if (what === 'blank') return m.facilitator_showing_blank()
  if (what === 'indicators') return m.facilitator_showing_indicators()
  if (what === 'lessons') return m.facilitator_showing_lessons()
  if (what === 'measures') return m.facilitator_showing_measures()
  if (what === 'statement') return m.facilitator_showing_statement()
  if (what === 'inject') {
    const letter = view.letters[thing ?? '']
    return m.facilitator_showing_inject({ title: letter?.subject ?? letter?.sender ?? '' })
  }
  return m.facilitator_showing_auto()
}

/** `naar CISO en FG`, or everyone. */
export const toWord = (roles: string[], short: (role: string) => string): string =>
  roles.length === 0
    ? m.facilitator_to_all()
    : m.facilitator_to({
        roles: new Intl.ListFormat(document.documentElement.lang || 'nl').format(roles.map(short)),
      })

export const letterTitle = (letter: Letter | undefined): string =>
  letter === undefined ? '' : (letter.subject ?? `${channelWord(letter.channel)}: ${letter.sender}`)
