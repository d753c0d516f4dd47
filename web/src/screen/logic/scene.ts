/** Which picture the screen shows. Pure: everything it needs is in the view and the server's time. */

import { inOrder } from '../../lib/order'
import { shownStep } from '../../lib/talk/talk'
import { sessionNow } from '../../lib/time'
import type { NewsItem, ScreenDecision, ScreenQuestion, ScreenView } from '../../lib/wire'

export type Scene =
  | {
      kind:
        | 'incident'
        | 'blank'
        | 'code'
        | 'paused'
        | 'lobby'
        | 'card'
        | 'indicators'
        | 'questions'
        | 'talk'
        | 'close'
        | 'over'
    }
  | { kind: 'lessons' | 'measures' }
  | { kind: 'news' | 'inject'; inject: string }
  | { kind: 'decision' | 'effect'; decision: string }
  | { kind: 'statement'; decision: string; team: string }

/** Where a decision is for the whole screen: as far as the slowest team that still takes part. */
export type Stage = 'picture' | 'open' | 'closed' | 'revealed' | 'settled' | 'effective' | 'over'

const STEPS: ReadonlyArray<ScreenDecision['state']> = [
  'planned',
  'picture',
  'open',
  'closed',
  'revealed',
  'settled',
  'effective',
]

/** How far a team is; -1: it skipped this. */
export const stepOf = (state: ScreenDecision['state']): number => STEPS.indexOf(state)

export function stageOf(question: ScreenQuestion): Stage | undefined {
  const steps = Object.values(question.teams)
    .filter((team) => team.state !== 'skipped')
    .map((team) => stepOf(team.state))
  if (steps.length === 0) return 'over'
  const first = Math.max(...steps)
  if (first < 1) return undefined
  const last = Math.min(...steps)
  // While any team still thinks or votes, the screen stays with the question.
  if (last < 3) return first === 1 ? 'picture' : 'open'
  return STEPS[last] as Stage
}

const UNDER_WAY = new Set<Stage>(['picture', 'open', 'closed', 'revealed', 'settled'])

/** The decision that is under way: the last one in the order of the story. */
export function currentDecision(view: ScreenView): string | undefined {
  return inOrder(view.decisions)
    .filter(([, question]) => UNDER_WAY.has(stageOf(question) ?? 'over'))
    .at(-1)?.[0]
}

export const hasEffect = (question: ScreenQuestion): boolean =>
  stageOf(question) === 'effective' &&
  (Object.keys(question.effects ?? {}).length > 0 ||
    Object.values(question.teams).some((team) => team.consequence !== undefined))

/** When a decision took effect at the last table, in milliseconds since 1970. */
export const effectiveAt = (question: ScreenQuestion): number =>
  Math.max(0, ...[...Object.values(question.effects ?? {}), ...Object.values(question.teams)].map(({ at }) => at ?? 0))

/** When this phase began, at the latest; a pause in it makes it seem later. */
export function phaseBegan(view: ScreenView, now: number): number {
  const { clock } = view.room
  if (clock.phase_session === undefined) return 0
  return now - (sessionNow(clock, now) - clock.phase_session) / (clock.speed ?? 1)
}

/** News of this phase: by its time in the story; what has none, by when it came. */
export function newsOfPhase(view: ScreenView, now: number): Array<[string, NewsItem]> {
  const began = view.room.clock.game?.minute
  const since = phaseBegan(view, now)
  return inOrder(view.news).filter(([, item]) =>
    began !== undefined && item.game !== undefined ? item.game >= began : item.at >= since,
  )
}

function latestEffect(view: ScreenView): { decision: string; at: number } | undefined {
  return inOrder(view.decisions)
    .filter(([, question]) => hasEffect(question))
    .map(([decision, question]) => ({ decision, at: effectiveAt(question) }))
    .reduce<{ decision: string; at: number } | undefined>(
      (best, one) => (best === undefined || one.at >= best.at ? one : best),
      undefined,
    )
}

function running(view: ScreenView, now: number): Scene {
  const kind = view.room.phase?.kind
  if (kind === 'close') return { kind: 'close' }
  if (kind === 'debrief') return { kind: 'questions' }
  const decision = currentDecision(view)
  if (decision !== undefined) return { kind: 'decision', decision }
  const newest = newsOfPhase(view, now).at(-1)
  const effect = latestEffect(view)
  const since = Math.max(newest?.[1].at ?? 0, phaseBegan(view, now))
  // A second of slack: what a decision releases comes with it, and is read after it.
  if (effect !== undefined && effect.at + 1000 >= since) return { kind: 'effect', decision: effect.decision }
  return newest === undefined ? { kind: 'card' } : { kind: 'news', inject: newest[0] }
}

/** What the facilitator asked for, where it can be shown. */
function asked(view: ScreenView): Scene | undefined {
  const [what, first, second] = view.showing.split(':')
  if (what === 'indicators') return { kind: 'indicators' }
  if (what === 'lessons' && view.debrief) return { kind: 'lessons' }
  if (what === 'measures' && view.measures) return { kind: 'measures' }
  if (what === 'inject' && first !== undefined && view.news[first] !== undefined)
    return { kind: 'inject', inject: first }
  if (what === 'statement' && first !== undefined && second !== undefined) {
    if (view.decisions[second]?.teams[first]?.statement !== undefined)
      return { kind: 'statement', team: first, decision: second }
  }
  return undefined
}

/** The lessons that were let through, once there are any; before that the question that gathers them. */
function talk(view: ScreenView): Scene {
  const gathers = shownStep(view.conversation)?.facts === 'lessons'
  return { kind: gathers && Object.keys(view.debrief?.lessons ?? {}).length > 0 ? 'lessons' : 'talk' }
}

export function sceneOf(view: ScreenView, now: number): Scene {
  const { status, pause } = view.room
  if (pause?.incident) return { kind: 'incident' }
  if (view.showing === 'blank') return { kind: 'blank' }
  if (status === 'closed') return { kind: 'over' }
  if (view.showing === 'code') return { kind: 'code' }
  if (status === 'prepared' || status === 'lobby') return { kind: 'lobby' }
  if (status === 'paused') return { kind: 'paused' }
  const wanted = asked(view)
  if (wanted !== undefined) return wanted
  if (status === 'debrief' && view.conversation?.step !== undefined) return talk(view)
  if (status === 'debrief') return { kind: view.room.phase?.kind === 'close' ? 'close' : 'questions' }
  return running(view, now)
}
