/** What the desk says after a command: done, done in some teams, or refused and why. */

import { m } from '../../lib/paraglide/messages.js'
import type { NotAccepted } from '../../lib/wire'

const SAID: Record<string, () => string> = {
  'room.start': m.facilitator_said_room_start,
  'room.pause': m.facilitator_said_room_pause,
  'room.resume': m.facilitator_said_room_resume,
  'room.debrief': m.facilitator_said_room_debrief,
  'room.close': m.facilitator_said_room_close,
  'door.open': m.facilitator_said_door_open,
  'door.close': m.facilitator_said_door_close,
  'phase.next': m.facilitator_said_phase_next,
  'phase.back': m.facilitator_said_phase_back,
  'inject.release': m.facilitator_said_inject_release,
  'inject.hold': m.facilitator_said_inject_hold,
  'inject.compose': m.facilitator_said_inject_compose,
  'inject.edit': m.facilitator_said_inject_edit,
  'inject.restore': m.facilitator_said_inject_restore,
  'ladder.climb': m.facilitator_said_ladder_climb,
  'lights.out': m.facilitator_said_lights_out,
  'lights.on': m.facilitator_said_lights_on,
  'inject.skip': m.facilitator_said_inject_skip,
  'decision.picture': m.facilitator_said_decision_picture,
  'decision.open': m.facilitator_said_decision_open,
  'decision.close': m.facilitator_said_decision_close,
  'decision.reveal': m.facilitator_said_decision_reveal,
  'decision.settle': m.facilitator_said_decision_settle,
  'decision.apply': m.facilitator_said_decision_apply,
  'decision.skip': m.facilitator_said_decision_skip,
  'decision.extend': m.facilitator_said_decision_extend,
  'decision.reopen': m.facilitator_said_decision_reopen,
  'room.sharing': m.facilitator_said_sharing,
  'rehearsal.pace': m.facilitator_said_pace,
  'step.undo': m.facilitator_said_step_undo,
  'seat.add': m.facilitator_said_seat_add,
  'seat.move': m.facilitator_said_seat_move,
  'seat.remove': m.facilitator_said_seat_remove,
  'seat.rename': m.facilitator_said_seat_rename,
  'spokesperson.name': m.facilitator_said_spokesperson_name,
  'vote.enter': m.facilitator_said_vote_enter,
  'claim.accept': m.facilitator_said_claim_accept,
  'claim.refuse': m.facilitator_said_claim_refuse,
  'knock.accept': m.facilitator_said_knock_accept,
  'knock.refuse': m.facilitator_said_knock_refuse,
  'admission.on': m.facilitator_said_admission_on,
  'admission.off': m.facilitator_said_admission_off,
  'screen.pair': m.facilitator_said_screen_pair,
  'screen.show': m.facilitator_said_screen_show,
  'debrief.show': m.facilitator_said_debrief_show,
  'debrief.let': m.facilitator_said_debrief_let,
  'replay.show': m.facilitator_said_replay_show,
  'device.end': m.facilitator_said_device_end,
  'note.add': m.facilitator_said_note_add,
  'report.release': m.facilitator_said_report_release,
  'report.foreword': m.facilitator_said_foreword,
}

export const saidOf = (order: { type: string }): string => (SAID[order.type] ?? m.facilitator_said_done)()

/** The server's own words, which say who was first and what to do; of ours only what it cannot say. */
export function refusal(ack: NotAccepted): string {
  if (ack.message !== '') return ack.message
  return ack.code === 'ended' ? m.facilitator_line_ended() : m.facilitator_refused({ code: ack.code })
}

/** Of more teams than this the number says enough. */
const NAMED = 4

/** Where not every team could, the results of one press say which did. */
export function partly(
  results: Array<Record<string, unknown> | undefined>,
  said: string,
  name: (team: string) => string,
): string {
  const done = results.flatMap((result) => (Array.isArray(result?.done) ? result.done.map(String) : []))
  const refused = results.flatMap((result) =>
    typeof result?.refused === 'object' && result.refused !== null ? Object.keys(result.refused) : [],
  )
  const not = [...new Set(refused)].filter((team) => !done.includes(team))
  if (not.length === 0) return said
  const words = (teams: string[]) =>
    teams.length > NAMED ? m.facilitator_hall_tables({ count: teams.length }) : teams.map(name).join(', ')
  return `${said} ${m.facilitator_said_partly({ done: words(done), not: words(not) })}`
}
