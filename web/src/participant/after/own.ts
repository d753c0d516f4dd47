/** What this chair wrote that stands in the report, with the key by which it can be struck. */

import { inOrder } from '../../lib/order'
import { m } from '../../lib/paraglide/messages.js'
import type { Own, ParticipantView } from '../../lib/wire'

export interface OwnLine {
  /** As in `words.strike`. */
  key: string
  about: string
  text: string
}

export function ownWords(own: Own, view: ParticipantView): OwnLine[] {
  const lines: OwnLine[] = []
  for (const [id, decision] of inOrder(view.decisions)) {
    const reason = own.votes[id]?.reason
    if (reason)
      lines.push({ key: `reason:${id}`, about: m.participant_words_reason({ decision: decision.title }), text: reason })
    const said = own.spoke?.[id] ? decision.settled : undefined
    const spoken = [said?.statement, said?.owner, said?.reason].filter(Boolean).join(' · ')
    if (spoken !== '')
      lines.push({
        key: `statement:${id}`,
        about: m.participant_words_statement({ decision: decision.title }),
        text: spoken,
      })
  }
  const questions = view.debrief?.questions ?? {}
  for (const [id, question] of inOrder(questions)) {
    const text = own.reflections[id]
    if (text) lines.push({ key: `reflection:${id}`, about: question.text, text })
  }
  if (own.resolution)
    lines.push({ key: 'resolution', about: m.participant_words_resolution(), text: own.resolution.text })
  return lines
}
