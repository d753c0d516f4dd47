/** Whether this device still has to ask what is asked before the game, and whether its person has declined. */

import { store } from '../../lib/pass'
import type { Own, ParticipantView } from '../../lib/wire'

export const PRIORITY = 'priority'
export const stepsBefore = (view: ParticipantView): string[] => [
  ...Object.entries(view.before ?? {})
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([id]) => id),
  PRIORITY,
]

export const isAnsweredBefore = (own: Own | undefined, step: string): boolean =>
  step === PRIORITY ? own?.priority.before !== undefined : own?.answers[`before:${step}`] !== undefined

/** After the first news or vote nothing is from before any more. */
export const hasBegun = (own: Own | undefined): boolean =>
  own === undefined || Object.keys(own.read).length > 0 || Object.keys(own.votes).length > 0

/** `asked`: it has been on this device; `declined`: its person said no, or has come to the end. */
export type Mark = 'asked' | 'declined'
const key = (code: string, seat: string) => `crisistafel.before/${code}/${seat}`
export const readMark = (code: string, seat: string): Mark | undefined =>
  (store.getItem(key(code, seat)) as Mark | null) ?? undefined
export const writeMark = (code: string, seat: string, mark: Mark): void => store.setItem(key(code, seat), mark)

/** Who came in after the news began is asked once, before the first of it. */
export const asksLate = (view: ParticipantView, own: Own | undefined, mark: Mark | undefined): boolean =>
  view.before !== undefined &&
  view.room.status === 'running' &&
  Object.keys(view.news).length > 0 &&
  mark === undefined &&
  !hasBegun(own) &&
  stepsBefore(view).every((step) => !isAnsweredBefore(own, step))
