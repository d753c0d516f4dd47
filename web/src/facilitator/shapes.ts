// The desk's view as it crosses the wire.

type Dict<T> = { [id: string]: T }

export type DecisionState = 'planned' | 'picture' | 'open' | 'closed' | 'revealed' | 'settled' | 'effective' | 'skipped'
export type ChannelName = 'mail' | 'phone' | 'chat' | 'news' | 'social' | 'letter' | 'broadcast' | 'note'

export interface GameClock {
  minute: number
  session: number
  pace: number
  first_weekday: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
}
export interface Clock {
  base: number
  since?: number
  game?: GameClock
  phase_session?: number
  minutes: number
}
export interface Room {
  code: string
  title: string
  municipality: string
  scenario: string
  language: string
  status: 'prepared' | 'lobby' | 'running' | 'paused' | 'debrief' | 'closed'
  door: boolean
  clock: Clock
  phase?: { id: string; kind: string; title: string; order: number; of: number }
  pause?: { incident: boolean; until?: number }
  named: boolean
  rehearsal: boolean
  released: boolean
  erase_at?: number
}
export interface SeatLine {
  order: number
  name: string
  role: string
  away: boolean
  device: boolean
  until?: number
}
export interface RoleName {
  order: number
  name: string
  short: string
  summary: string
}
export interface DeskNews {
  order: number
  state: 'planned' | 'held' | 'released' | 'skipped'
  possible: boolean
  at?: number
  got?: string[]
  stand_in?: string
  shared?: { by: string; at: number; stand_in: boolean }
  opened: Dict<number>
}
export interface PictureLine {
  order: number
  kind: 'fact' | 'assumption' | 'unknown' | 'action'
  text: string
  by: string
  source?: string
  struck?: boolean
}
export interface ReferenceLine {
  kind: 'law' | 'guidance' | 'case'
  text: string
  source: string
  checked?: string
}
export interface DecisionPart {
  order: number
  kind: 'main' | 'quick'
  anchor: boolean
  state: DecisionState
  title: string
  question: string
  context: string
  values: string[]
  options: Dict<{ order: number; label: string; detail?: string }>
  mandate: { by: 'role' | 'majority' | 'consensus'; role?: string; tie?: string }
  may_vote: boolean
  may_settle: boolean
  round: number
  cast: number
  of: number
  due?: number
  hard?: boolean
  advice?: Dict<string>
  result?: { counts: Dict<number> }
  settled?: {
    way: 'role' | 'word' | 'empty_chair' | 'overrule' | 'majority' | 'tie' | 'consensus' | 'no_consensus'
    at: number
    option?: string
    role?: string
    reason?: string
    owner?: string
    statement?: string
  }
  effect?: { at: number; consequence: string; moves: Dict<number>; references: ReferenceLine[] }
  practice?: string
  reopened?: string
}
export interface IndicatorPart {
  order: number
  name: string
  icon: 'handshake' | 'building' | 'database' | 'shield' | 'coins' | 'wrench'
  meaning: string
  value: number
  start: number
  moves: Dict<{ by: number; because: string; at: number }>
}
export interface TermPart {
  order: number
  name: string
  law: string
  began: number
  due: number
  state: 'running' | 'stopped' | 'lapsed'
  text?: string
}
export interface DeskTeam {
  order: number
  name: string
  seats: Dict<SeatLine>
  free: Dict<number>
  news: Dict<DeskNews>
  picture: Dict<PictureLine>
  decisions: Dict<DecisionPart>
  indicators: Dict<IndicatorPart>
  clocks: Dict<TermPart>
  joint: boolean
}
export interface Letter {
  channel: ChannelName
  sender: string
  subject?: string
  body: string
  game?: number
  counts?: string
  to: string[]
  optional: boolean
  facilitator?: string
  condition?: string
  composed?: boolean
}
export interface SheetStep {
  order: number
  kind: 'inject' | 'decision'
  thing: string
  at: number
  minutes: number
  title: string
  condition?: string
  optional: boolean
}
export interface SheetPhase {
  order: number
  kind: 'welcome' | 'roles' | 'round' | 'breath' | 'debrief' | 'close'
  title: string
  goal: string
  say: string[]
  minutes: number
  state: 'done' | 'now' | 'later'
  began?: number
  steps: Dict<SheetStep>
}
export interface NextStep {
  action:
    | 'room.start'
    | 'phase.next'
    | 'inject.release'
    | 'decision.picture'
    | 'decision.open'
    | 'decision.close'
    | 'decision.reveal'
    | 'decision.settle'
    | 'decision.apply'
    | 'room.debrief'
    | 'report.release'
    | 'room.close'
    | 'none'
  title: string
  command: Dict<string>
}
export interface DeskVote {
  role: string
  option: string
  at: number
  confidence?: number
  reason?: string
  paper?: boolean
}
export interface Ballot {
  team: string
  decision: string
  round: number
  votes: Dict<DeskVote>
  missing: string[]
}
export interface DecisionScript {
  minutes: number
  talk: number
  talking_points: string[]
  consequences: Dict<string>
  references: ReferenceLine[]
  condition?: string
}
export interface NoteLine {
  order: number
  at: number
  by: 'desk' | 'observer'
  text: string
  about?: string
}
export interface DeviceLine {
  order: number
  kind: 'desk' | 'observer' | 'screen'
  team?: string
}
export interface ClaimLine {
  team: string
  role: string
  name: string
  seats: string[]
}
export interface DeskView {
  room: Room
  roles: Dict<RoleName>
  teams: Dict<DeskTeam>
  letters: Dict<Letter>
  scripts: Dict<DecisionScript>
  run_sheet: Dict<SheetPhase>
  next: NextStep
  undo?: { of: string; by: string; until: number }
  ballots: Dict<Ballot>
  practice: Dict<{ team: string; decision: string; answers: Dict<string>; of: number }>
  notes: Dict<NoteLine>
  devices: Dict<DeviceLine>
  claims: Dict<ClaimLine>
  showing: string
  resolutions: number
  debrief: {
    questions: Dict<{ order: number; text: string }>
    resolution: string
    released: boolean
    statements: Dict<{ order: number; text: string }>
  }
}
