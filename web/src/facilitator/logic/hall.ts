/** A hall as the desk's parts know it: teams made of what is told once and of what each table adds. */

import { letterOf } from '../../lib/tables'
import type {
  Ballot,
  DecisionPart,
  DeskNews,
  DeskRows,
  DeskTeam,
  DeskView,
  Hall,
  HallDecision,
  HallTeam,
  PracticeSpread,
  SheetPhase,
} from '../../lib/wire'
import { inOrder, type Named } from './sheet'

/** The same view with `teams`, `ballots` and `practice`; a table's rows only where it is the opened one. */
export function unfolded(view: DeskView, rows?: DeskRows): DeskView {
  const hall = view.hall
  if (hall === undefined) return view
  const teams = Object.entries(hall.teams)
  const counted: Record<string, Ballot> = Object.fromEntries(teams.flatMap(([id, team]) => ballotsOf(id, team)))
  const full = Object.entries(rows?.ballots ?? {}).map(([id, ballot]) => [id, { ...counted[id], ...ballot }] as const)
  return {
    ...view,
    teams: Object.fromEntries(teams.map(([id, team]) => [id, id === rows?.team ? rows.rows : teamOf(hall, team)])),
    ballots: { ...counted, ...Object.fromEntries(full) },
    practice: Object.fromEntries(
      Object.entries(hall.practice).map(([id, counts]) => [id, practiceOf(hall, id, counts)]),
    ),
  }
}

function teamOf(hall: Hall, team: HallTeam): DeskTeam {
  return {
    order: team.order,
    name: team.name,
    seats: {},
    free: team.free,
    news: newsOf(hall, team),
    picture: {},
    decisions: Object.fromEntries(
      Object.entries(hall.decisions).map(([id, words]) => [id, decisionOf(words, team.decisions[id], team.taken)]),
    ),
    indicators: Object.fromEntries(
      Object.entries(hall.indicators).map(([id, part]) => [id, { ...part, value: team.indicators[id] ?? part.start }]),
    ),
    clocks: {},
    joint: team.joint,
    spared: {},
    handed: {},
    ...(team.lights !== undefined && { lights: team.lights }),
  }
}

function newsOf(hall: Hall, team: HallTeam): Record<string, DeskNews> {
  const others = Object.entries(team.news).map(([id, own]) => {
    const { at: _, ...usual } = hall.news[id] ?? { order: 0, opened: {} }
    return [id, { ...usual, ...own }] as const
  })
  return { ...hall.news, ...Object.fromEntries(others) }
}

function decisionOf(words: DecisionPart, own: HallDecision | undefined, taken: number): DecisionPart {
  if (own === undefined) return { ...words, of: taken }
  const part: DecisionPart = {
    ...words,
    state: own.state,
    round: own.round ?? 1,
    cast: own.cast ?? 0,
    of: own.of ?? taken,
    may_settle: own.state === 'revealed' || own.state === 'settled',
    mandate: { ...words.mandate, ...(own.role !== undefined && { role: own.role }) },
  }
  if (own.due !== undefined) part.due = own.due
  if (own.counts !== undefined && (own.state === 'revealed' || own.state === 'settled'))
    part.result = { counts: own.counts }
  if (own.way !== undefined)
    part.settled = { way: own.way, at: 0, ...(own.option !== undefined && { option: own.option }) }
  return part
}

function ballotsOf(team: string, line: HallTeam): Array<[string, Ballot]> {
  return Object.entries(line.decisions).flatMap(([decision, { counts, round }]) =>
    counts === undefined
      ? []
      : [[`${team}/${decision}`, { team, decision, round: round ?? 1, votes: {}, missing: [], counts }] as const],
  ) as Array<[string, Ballot]>
}

function practiceOf(hall: Hall, decision: string, counts: Record<string, number>): PracticeSpread {
  const of = Object.values(hall.teams).reduce((sum, team) => sum + team.taken, 0)
  return { team: '', decision, answers: {}, of, counts }
}

const STEPS: DecisionPart['state'][] = ['planned', 'picture', 'open', 'closed', 'revealed', 'settled', 'effective']

/** Tables that the others wait for: less far than most, or the last few whose votes are still missing. */
export function awaited(teams: Named<DeskTeam>[], decision: string): Set<string> {
  const parts = teams.flatMap(({ id, decisions }) => {
    const part = decisions[decision]
    return part === undefined || part.state === 'skipped' ? [] : [{ id, done: progress(part) }]
  })
  const most = median(parts.map(({ done }) => done))
  return new Set(parts.filter(({ done }) => done < most).map(({ id }) => id))
}

/** In whole stages; within the open vote a half more once everyone has voted. */
function progress(part: DecisionPart): number {
  const ready = part.state === 'open' && part.of > 0 && part.cast >= part.of
  return STEPS.indexOf(part.state) + (ready ? 0.5 : 0)
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export interface Choice {
  option: string
  label: string
  letter: string
  votes: number
  tables: number
}

/** Votes and choices of all tables together, in the order of the options. */
export function choices(teams: DeskTeam[], decision: string): Choice[] {
  const parts = teams.flatMap((team) => team.decisions[decision] ?? [])
  const options = Object.entries(parts[0]?.options ?? {}).sort(([, a], [, b]) => a.order - b.order)
  return options.map(([option, { label }], index) => ({
    option,
    label,
    letter: letterOf(index),
    votes: parts.reduce((sum, part) => sum + (part.result?.counts[option] ?? 0), 0),
    tables: parts.filter((part) => part.settled?.option === option).length,
  }))
}

export interface Step {
  id: string
  /** Absent: on no step yet. */
  name?: string
  tables: number
}

/** How many tables stand on each step of the ladder, those on none first. */
export function rungs(hall: Hall): Step[] {
  const at = Object.values(hall.teams).map(({ rung }) => rung)
  const count = (rung?: string) => at.filter((one) => one === rung).length
  const steps = Object.entries(hall.ladder ?? {}).sort(([, a], [, b]) => a.order - b.order)
  return [{ id: '', tables: count() }, ...steps.map(([id, { name }]) => ({ id, name, tables: count(id) }))]
}

export interface Spread {
  low: number
  from: number
  middle: number
  to: number
  high: number
}

/** Where values lie: the lowest, the middle half, and the highest. */
export function spread(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { low: at(0), from: at(0.25), middle: at(0.5), to: at(0.75), high: at(1) }
}

/** The last decision of this phase that is effective at some table: of tables without rows nothing says when. */
export function newestApplied(view: DeskView, phase: SheetPhase): string | undefined {
  const isApplied = (decision: string) =>
    Object.values(view.teams).some((team) => team.decisions[decision]?.state === 'effective')
  return inOrder(phase.steps)
    .reverse()
    .find(({ kind, thing }) => kind === 'decision' && isApplied(thing))?.thing
}

/** What most of them have; undefined where nobody has anything. */
export function usual(values: Array<string | undefined>): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
