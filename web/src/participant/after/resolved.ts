/** The resolution as it stands in its form, and as a command. */

import { plannedAt, plannedMoment } from '../../lib/time'
import type { Own, OwnMeeting, WriteResolution } from '../../lib/wire'
import type { Seat } from '../seat.svelte'
import type { Resolved } from './follow'
import { localMoment } from './moment'

/** `who`: nobody yet (empty), `other` for somebody in one's own words, else a chair of the own team. */
export interface Words {
  text: string
  who: string
  name: string
  when: string
  moment: string
  first: string
  questions: string[]
}
export const OTHER = 'other'
export const EMPTY: Words = { text: '', who: '', name: '', when: '', moment: '', first: '', questions: [] }
export const isSeat = (who: string): boolean => who !== '' && who !== OTHER

/** The date that goes with one's own resolution. */
export const ownMeeting = (own: Own | undefined): OwnMeeting | undefined => own?.meetings[own.seat]

export function storedWords(own: Own | undefined): Words | undefined {
  const kept = own?.resolution
  if (kept === undefined) return undefined
  const meeting = ownMeeting(own)
  const together = meeting !== undefined && meeting.state !== 'gone'
  return {
    text: kept.text,
    who: together ? meeting.seat : kept.with === undefined ? '' : OTHER,
    name: kept.with ?? '',
    when: kept.by ?? '',
    moment: together ? localMoment(meeting.starts) : '',
    first: kept.first_step ?? '',
    questions: kept.questions ?? [],
  }
}

/** Only what counts: a name that was typed before a colleague was chosen does not go along. */
export function meant(words: Words): Words {
  const seat = isSeat(words.who)
  return {
    ...words,
    text: words.text.trim(),
    name: words.who === OTHER ? words.name.trim() : '',
    when: seat ? '' : words.when.trim(),
    moment: seat ? words.moment : '',
    first: words.first.trim(),
  }
}

export function command(words: Words): Omit<WriteResolution, 'id'> {
  const { text, who, name, when, moment, first, questions } = meant(words)
  return {
    type: 'resolution.write',
    text,
    ...(isSeat(who) && { with_seat: who, starts: plannedAt(moment) }),
    ...(name !== '' && { with: name }),
    ...(when !== '' && { by: when }),
    ...(first !== '' && { first_step: first }),
    ...(questions.length > 0 && { questions }),
  }
}

/** `Bram · CISO` */
export const called = (seat: Seat, meeting: OwnMeeting): string =>
  [meeting.name, seat.roleName(meeting.role)].filter(Boolean).join(' · ')

/** What was resolved, for the follow-up link; undefined: nothing yet. */
export function resolved(seat: Seat): Resolved | undefined {
  const kept = seat.own?.resolution
  if (kept === undefined) return undefined
  const meeting = ownMeeting(seat.own)
  const agreed = meeting?.state === 'accepted'
  return {
    text: kept.text,
    who: agreed ? called(seat, meeting) : kept.with,
    when: agreed ? plannedMoment(meeting.starts, seat.language) : kept.by,
    step: kept.first_step,
  }
}
