/** Who voted otherwise than most: what a table should hear before it decides. */

import type { Result, RevealedVote } from './wire'

/** The votes that are not for the option with the most; none when nobody stood alone, or several options lead. */
export function minorityOf(result: Result): Array<[string, RevealedVote]> {
  const most = Math.max(0, ...Object.values(result.counts))
  const leading = Object.entries(result.counts).filter(([, count]) => count === most)
  const [first] = leading
  if (leading.length !== 1 || first === undefined || most < 2) return []
  return Object.entries(result.votes ?? {}).filter(([, vote]) => vote.option !== first[0])
}
