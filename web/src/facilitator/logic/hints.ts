/** First-of-its-kind explanations: which one line belongs to what the desk shows now. */

import { m } from '../../lib/paraglide/messages.js'
import type { DeskView } from '../../lib/wire'

export interface Hint {
  kind: string
  text: string
}

/** The most urgent first; `running` is the decision that is going on. */
export function hintsFor(view: DeskView, running: string | undefined): Hint[] {
  const status = view.room.status
  if (status === 'lobby') {
    const screen = Object.values(view.devices).some((device) => device.kind === 'screen')
    const lobby = { kind: 'lobby', text: m.facilitator_hint_lobby() }
    return screen ? [lobby] : [lobby, { kind: 'screen', text: m.facilitator_hint_screen() }]
  }
  if (status === 'debrief') return [{ kind: 'debrief', text: m.facilitator_hint_debrief() }]
  if (status !== 'running') return []
  if (running === undefined) {
    const say = { kind: 'say', text: m.facilitator_hint_say() }
    return view.next.action === 'inject.release' ? [say, { kind: 'inject', text: m.facilitator_hint_inject() }] : [say]
  }
  const states = Object.values(view.teams).map((team) => team.decisions[running]?.state)
  if (states.includes('picture')) return [{ kind: 'picture', text: m.facilitator_hint_picture() }]
  if (states.includes('open') || states.includes('closed')) return [{ kind: 'open', text: m.facilitator_hint_open() }]
  if (states.includes('revealed')) return [{ kind: 'revealed', text: m.facilitator_hint_revealed() }]
  return [{ kind: 'settled', text: m.facilitator_hint_settled() }]
}
