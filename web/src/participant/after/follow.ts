/** The follow-up link: the words stand in its fragment, which no browser ever sends. */

import { post } from '../../lib/api'
import { getLocale } from '../../lib/paraglide/runtime.js'
import { keepPass, keptPass, makePass } from '../../lib/pass'
import { page } from '../../lib/place'
import type { FollowUpBody, FollowUpMade } from '../../lib/wire'

/** What was resolved, in one's own words. */
export interface Resolved {
  text: string
  who?: string | undefined
  when?: string | undefined
  step?: string | undefined
}

/** A longer text would make a link that mail programs break. */
const LONGEST = 300
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`)

/** A link for this device's chair; asked again it has the same secret, so it is answered once all the same. */
export async function followLink(code: string, pass: string, resolved: Resolved, now: number): Promise<string> {
  const kept = keptPass('follow', code)
  const key = kept?.pass ?? makePass()
  if (kept?.seat === undefined) {
    keepPass('follow', code, { pass: key })
    await post<FollowUpMade>(`api/rooms/${code}/follow-ups`, { key } satisfies FollowUpBody, pass)
    keepPass('follow', code, { pass: key, seat: 'made' })
  }
  return linkWith(code, key, resolved, now)
}

export function linkWith(code: string, key: string, resolved: Resolved, now: number): string {
  const given: Record<string, string> = { code, key, made: new Date(now).toISOString().slice(0, 10) }
  for (const [name, value] of Object.entries(resolved)) if (value) given[name] = short(value)
  const link = new URL(page('follow', given))
  if (getLocale() === 'en') link.searchParams.set('lang', 'en')
  return link.href
}
