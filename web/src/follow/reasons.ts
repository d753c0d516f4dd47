/** What helped or stood in the way: the words for the wire's reasons. */

import { m } from '../lib/paraglide/messages.js'
import type { FollowUpAnswerBody } from '../lib/wire'

export type Answer = FollowUpAnswerBody['answer']
export type Reason = NonNullable<FollowUpAnswerBody['reasons']>[number]

const helped: Array<[Reason, () => string]> = [
  ['date', m.follow_reason_date],
  ['together', m.follow_reason_together],
  ['small', m.follow_reason_small],
  ['asked', m.follow_reason_asked],
]
const hindered: Array<[Reason, () => string]> = [
  ['time', m.follow_reason_time],
  ['forgotten', m.follow_reason_forgotten],
  ['no_reply', m.follow_reason_no_reply],
  ['not_mine', m.follow_reason_not_mine],
  ['other_first', m.follow_reason_other_first],
  ['other_work', m.follow_reason_other_work],
  ['unclear', m.follow_reason_unclear],
]

/** By answer, in the order in which they are shown. */
export const reasons: Record<Answer, Array<[Reason, () => string]>> = {
  done: helped,
  begun: [...helped, ...hindered],
  not: hindered,
}
