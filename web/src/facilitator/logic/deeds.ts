/** What another desk did, in words. */

import { m } from '../../lib/paraglide/messages.js'
import type { Deed, DeskView } from '../../lib/wire'
import { inOrder } from './sheet'

const DID: Record<string, () => string> = {
  room_started: m.facilitator_did_room_started,
  room_paused: m.facilitator_did_room_paused,
  room_resumed: m.facilitator_did_room_resumed,
  debrief_began: m.facilitator_did_debrief_began,
  room_closed: m.facilitator_did_room_closed,
  room_dated: m.facilitator_did_room_dated,
  door_opened: m.facilitator_did_door_opened,
  door_closed: m.facilitator_did_door_closed,
  admission_changed: m.facilitator_did_admission_changed,
  phase_began: m.facilitator_did_phase_began,
  inject_released: m.facilitator_did_inject_released,
  inject_composed: m.facilitator_did_inject_released,
  inject_held: m.facilitator_did_inject_held,
  inject_skipped: m.facilitator_did_inject_skipped,
  inject_edited: m.facilitator_did_inject_edited,
  inject_restored: m.facilitator_did_inject_restored,
  rung_climbed: m.facilitator_did_rung_climbed,
  lights_went_out: m.facilitator_did_lights_went_out,
  lights_came_back: m.facilitator_did_lights_came_back,
  decision_picture: m.facilitator_did_decision_picture,
  decision_opened: m.facilitator_did_decision_opened,
  decision_extended: m.facilitator_did_decision_extended,
  decision_closed: m.facilitator_did_decision_closed,
  decision_revealed: m.facilitator_did_decision_revealed,
  decision_settled: m.facilitator_did_decision_settled,
  decision_effective: m.facilitator_did_decision_effective,
  decision_skipped: m.facilitator_did_decision_skipped,
  step_undone: m.facilitator_did_step_undone,
  screen_shown: m.facilitator_did_screen_shown,
  lesson_shown: m.facilitator_did_lesson_shown,
  lesson_hidden: m.facilitator_did_lesson_hidden,
  lesson_merged: m.facilitator_did_lesson_merged,
  report_released: m.facilitator_did_report_released,
  debrief_shown: m.facilitator_did_debrief_shown,
  part_let_through: m.facilitator_did_part_let_through,
  replay_moved: m.facilitator_did_replay_moved,
  foreword_written: m.facilitator_did_foreword,
  seat_taken: m.facilitator_did_seat_taken,
  knock_accepted: m.facilitator_did_seat_taken,
  knock_refused: m.facilitator_did_knock_refused,
  claim_accepted: m.facilitator_did_claim_accepted,
  claim_refused: m.facilitator_did_claim_refused,
  seat_moved: m.facilitator_did_seat_moved,
  seat_removed: m.facilitator_did_seat_removed,
  seat_renamed: m.facilitator_did_seat_renamed,
  spokesperson_named: m.facilitator_did_spokesperson_named,
  vote_cast: m.facilitator_did_vote_cast,
  device_taken: m.facilitator_did_device_taken,
  device_ended: m.facilitator_did_device_ended,
}

/** A desk's name, else its number where there are several others, else just the other one. */
export function deskName(view: DeskView, device: string): string {
  const line = view.devices[device]
  if (line?.name !== undefined) return line.name
  const desks = inOrder(view.devices).filter((one) => one.kind === 'desk')
  return line !== undefined && desks.length > 2
    ? m.facilitator_desk_number({ number: line.number })
    : m.facilitator_desk_other()
}

export const deedWord = (view: DeskView, deed: Deed): string =>
  m.facilitator_did({ who: deskName(view, deed.by), what: (DID[deed.what] ?? m.facilitator_did_something)() })
