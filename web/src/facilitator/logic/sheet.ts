/** Reads the run sheet: what is done, what is going on, what comes, and for which teams. */

import { neighbour } from '../../lib/talk/talk'
import type { Conversation, DecisionPart, DeskNews, DeskTeam, DeskView, SheetPhase, SheetStep } from '../../lib/wire'

export type Named<T> = T & { id: string }

/** A record of the wire as a list in its order. */
export function inOrder<T extends { order: number }>(record: Record<string, T>): Named<T>[] {
  return Object.entries(record)
    .map(([id, value]) => ({ ...value, id }))
    .sort((a, b) => a.order - b.order)
}

/** `not_possible`: its condition does not hold in any team. `some`: done in some teams, not in all. */
export type StepState = 'done' | 'skipped' | 'now' | 'held' | 'some' | 'later' | 'not_possible'

const RUNNING = new Set(['picture', 'open', 'closed', 'revealed', 'settled'])

export const isRunning = (decision: DecisionPart | undefined): boolean =>
  decision !== undefined && RUNNING.has(decision.state)

function newsState(all: DeskNews[]): StepState {
  const open = all.filter((news) => (news.state === 'planned' && news.possible) || news.state === 'held')
  const released = all.filter((news) => news.state === 'released').length
  const skipped = all.filter((news) => news.state === 'skipped').length
  if (open.length === 0) return released > 0 ? 'done' : skipped > 0 ? 'skipped' : 'not_possible'
  if (released + skipped > 0) return 'some'
  return open.some((news) => news.state === 'held') ? 'held' : 'later'
}

function decisionState(all: DecisionPart[]): StepState {
  if (all.some(isRunning)) return 'now'
  const effective = all.filter((decision) => decision.state === 'effective').length
  const planned = all.filter((decision) => decision.state === 'planned').length
  if (planned === 0) return effective > 0 ? 'done' : 'skipped'
  return effective > 0 ? 'some' : 'later'
}

export function stepState(view: DeskView, step: SheetStep): StepState {
  const teams = Object.values(view.teams)
  const present = <T>(values: (T | undefined)[]): T[] => values.filter((value) => value !== undefined)
  return step.kind === 'inject'
    ? newsState(present(teams.map((team) => team.news[step.thing])))
    : decisionState(present(teams.map((team) => team.decisions[step.thing])))
}

/** The decision that the room is in: the one that the next step is about, else the newest that is running. */
export function runningDecision(view: DeskView): string | undefined {
  const running = new Set<string>()
  for (const team of Object.values(view.teams))
    for (const [id, decision] of Object.entries(team.decisions)) if (isRunning(decision)) running.add(id)
  const next = view.next.thing
  if (next !== undefined && running.has(next)) return next
  const order = sheetOrder(view)
  return [...running].sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0))[0]
}

/** Thing → its place in the whole sheet. */
export function sheetOrder(view: DeskView): Map<string, number> {
  const order = new Map<string, number>()
  for (const phase of inOrder(view.run_sheet))
    for (const step of inOrder(phase.steps)) order.set(step.thing, order.size)
  return order
}

export function currentPhase(view: DeskView): Named<SheetPhase> | undefined {
  return inOrder(view.run_sheet).find((phase) => phase.state === 'now')
}

/** The talk afterwards, which the closing phase ends. */
export function talkOf(view: DeskView): Conversation | undefined {
  return currentPhase(view)?.kind === 'close' ? undefined : view.conversation
}

/** The step of the talk that comes next, while one stands on the screens: before the last the phase does not end. */
export function talkOn(view: DeskView): string | undefined {
  const talk = view.room.status === 'debrief' ? talkOf(view) : undefined
  return talk?.step === undefined ? undefined : neighbour(talk, 1)
}

/** Teams that have this decision in one of these states. */
export function teamsIn(view: DeskView, decision: string, states: DecisionPart['state'][]): Named<DeskTeam>[] {
  return inOrder(view.teams).filter((team) => {
    const state = team.decisions[decision]?.state
    return state !== undefined && states.includes(state)
  })
}

/** The decision's words: the same in every team that has it. */
export function decisionOf(view: DeskView, decision: string): DecisionPart | undefined {
  for (const team of inOrder(view.teams)) {
    const part = team.decisions[decision]
    if (part !== undefined) return part
  }
  return undefined
}

/** People are at it: votes are still missing somewhere and the time for them is not over. `session` in ms. */
export function waitsForVotes(view: DeskView, decision: string | undefined, session: number): boolean {
  if (decision === undefined) return false
  return Object.values(view.teams).some((team) => {
    const part = team.decisions[decision]
    return part?.state === 'open' && part.cast < part.of && (part.due === undefined || part.due > session)
  })
}

/** The newest decision of this phase that has become effective, with the team it did so in. */
export function newestEffect(view: DeskView, phase: SheetPhase): string | undefined {
  let newest: { id: string; at: number } | undefined
  for (const step of Object.values(phase.steps)) {
    if (step.kind !== 'decision') continue
    for (const team of Object.values(view.teams)) {
      const at = team.decisions[step.thing]?.effect?.at
      if (at !== undefined && (newest === undefined || at > newest.at)) newest = { id: step.thing, at }
    }
  }
  return newest?.id
}

/** The stage of a main decision that the room talks in. */
export function stageOf(decision: DecisionPart): 'picture' | 'judgement' | 'decision' {
  switch (decision.state) {
    case 'planned':
    case 'picture':
      return 'picture'
    case 'open':
    case 'closed':
    case 'revealed':
      return 'judgement'
    default:
      return 'decision'
  }
}
