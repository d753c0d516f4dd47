// What crosses the wire. Written by `python -m game_server.transport.schema web/src/lib/wire.ts`; do not edit.
//
// Links carry secrets in the fragment, as URLSearchParams: join `/#code=…&team=…`, a chair handed over
// `/#code=…&hand=…`, desk `/regie#code=…&link=…`,
// a facilitator's key `/regie#key=…`, screen `/scherm#code=…&link=…&team=…`, observer `/waarnemer#code=…&link=…`,
// follow-up `/vervolg#code=…&key=…` with the resolution itself.

/** Yes to the date, which the other one put on the table. */
export interface AcceptMeeting {
  id: string
  type: 'meeting.accept'
  of: string
  starts: number
}

/** The command's events are on disk at `version`. `result` where the command has one. */
export interface Accepted {
  ok: true
  version: number
  result?: Record<string, unknown>
}

export type Ack = Accepted | NotAccepted

/** `about`: a kind and an id; the moment is kept of itself. */
export interface AddNote {
  id: string
  type: 'note.add'
  text: string
  about?: string
}

/** A person without a device. */
export interface AddSeat {
  id: string
  type: 'seat.add'
  team: string
  role: string
  name: string
}

export interface AddToPicture {
  id: string
  type: 'picture.add'
  kind: 'fact' | 'assumption' | 'unknown' | 'action'
  text: string
  source?: string
}

/** `wide`: in this team some said yes and others no; else nobody is sure of it. */
export interface AgendaPoint {
  order: number
  text: string
  wide: boolean
}

/** `seat` picks the chair that the claimer gets when the role has more than one. */
export interface AnswerClaim {
  id: string
  type: 'claim.accept' | 'claim.refuse'
  claim: string
  seat?: string
}

/** Lets someone in, or not; `team` and `role` give another chair than the wanted one. */
export interface AnswerKnock {
  id: string
  type: 'knock.accept' | 'knock.refuse'
  knock: string
  team?: string
  role?: string
}

export interface AnswerMeasure {
  id: string
  type: 'measure.answer'
  moment: 'before' | 'after' | 'then'
  statement: string
  value: number
}

export interface AnswerPractice {
  id: string
  type: 'practice.answer'
  decision: string
  value: 'yes' | 'partly' | 'no' | 'unknown'
}

/** How high digital safety stands on one's own list: 1 to 5 is a place on it, 6 is below the first five. */
export interface AnswerPriority {
  id: string
  type: 'priority.answer'
  moment: 'before' | 'after'
  place: number
}

/** A decision that can be looked back at. */
export interface Asked {
  order: number
  title: string
}

/** `yes_no`: answered with 5 or 1 alone, and not again afterwards. */
export interface AskedText {
  order: number
  text: string
  yes_no?: boolean
}

/** The name that is printed on a certificate, and kept nowhere. */
export interface AttendanceBody {
  name: string
  language?: 'nl' | 'en'
}

/** Whether the clock lets news out. `next` comes at session ms `due`; `missed`: off by itself, see the event. */
export interface AutoRelease {
  on: boolean
  missed: boolean
  next?: string
  due?: number
}

/**
 * Key `<team>/<decision>`: every vote of the newest round by seat, and while it is open whose is missing.
 *
 * In a room of 30 seats or more both are empty and `counts` has the votes by option.
 */
export interface Ballot {
  team: string
  decision: string
  round: number
  votes: Record<string, DeskVote>
  missing: string[]
  counts?: Record<string, number>
}

/** A moment from which a room can be played on; `time` is the session's, as people read it. */
export interface Beginning {
  version: number
  time: string
  text: string
  phase: boolean
}

/** In order; the first of each phase bears `phase`. */
export interface Beginnings {
  moments: Beginning[]
}

/** `seat`: the one chair that a bot goes on in; absent: every empty one gets a bot. */
export interface BotBody {
  seat?: string
}

/** The connection ends. `reconnect`: come back by yourself; else show why and stop. */
export interface Bye {
  code: string
  reconnect: boolean
}

/** What a role decides, may not, and always asks. */
export interface CardLine {
  decides: string[]
  may_not: string[]
  asks: string[]
}

/** The chairs that changed hands. */
export interface Cast {
  seats: string[]
}

export interface CastVote {
  id: string
  type: 'vote.cast'
  decision: string
  option: string
  confidence?: number
  reason?: string
}

export interface ChangePicture {
  id: string
  type: 'picture.change'
  item: string
  kind?: 'fact' | 'assumption' | 'unknown' | 'action'
  text?: string
  source?: string
}

/** What the facilitator chose when the room was opened, and the scenario has. */
export interface Chosen {
  ladder: boolean
  lights_out: boolean
  all_statements: boolean
}

export interface ClaimBody {
  pass: string
  name: string
  team: string
  role: string
}

/** `seats`: taken chairs of that role, any of which the claimer may get. */
export interface ClaimLine {
  team: string
  role: string
  name: string
  seats: string[]
}

/** Asked again with the same pass: 202 while the desk decides, 200 and the seat once accepted, 409 if refused. */
export interface ClaimMade {
  claim: string
  state: 'waiting'
}

/** As `ClimbLadder`, on the word of the deciding role; without one only when none is at the table. */
export interface ClimbAtDesk {
  id: string
  type: 'ladder.climb'
  rung: string
  team: string
  from?: string
  on_word_of?: string
}

/** The deciding role's step up, from its own phone. `from`: the rung that the asker saw; absent: none yet. */
export interface ClimbLadder {
  id: string
  type: 'ladder.climb'
  rung: string
  from?: string
}

/**
 * Session now = `base` + (server now - `since`) * `speed`; without `since` the clock stands still at `base`.
 *
 * `speed` is 1 where it is absent, as it is but in a rehearsal.
 */
export interface Clock {
  base: number
  since?: number
  speed?: number
  game?: GameClock
  phase_session?: number
  minutes: number
}

/** What to talk about: the widest gaps of this team's *bij ons?* by decision, and good questions to choose from. */
export interface Coffee {
  agenda: Record<string, AgendaPoint>
  questions: Record<string, CoffeeQuestion>
}

export interface CoffeeQuestion {
  order: number
  text: string
}

export interface ComeBack {
  id: string
  type: 'seat.back'
}

/** `to`: roles; empty means everyone in the team. `teams`: several that get the same news, instead of `team`. */
export interface ComposeInject {
  id: string
  type: 'inject.compose'
  to?: string[]
  channel: 'mail' | 'phone' | 'chat' | 'news' | 'social' | 'letter' | 'broadcast' | 'note'
  from: string
  subject?: string
  body: string
  team?: string
  teams?: string[]
}

/**
 * `step`: the one that is shown, `thing` the decision in it. `ends`: when the game did.
 *
 * `let`: the matrix may be seen. `lines`: what happened, in order; with the curves only the phases. `mine`: on a
 * phone, what its own chair had.
 * `let_votes` and `let_reasons`: on the desk, of which team's decision these may be seen.
 */
export interface Conversation {
  steps: Record<string, TalkStep>
  ends: number
  step?: string
  page: number
  thing?: string
  replay?: Replay
  let: boolean
  lines?: TimeLine[]
  decisions?: Record<string, Asked>
  roads?: Record<string, Road>
  teams?: Record<string, TeamFacts>
  mine?: OwnRow[]
  let_votes?: Record<string, boolean>
  let_reasons?: Record<string, boolean>
}

/** From now; phones that are dark already stay so until the new end. */
export interface DarkenPhones {
  id: string
  type: 'lights.out'
  minutes: number
  team?: string
}

/** The wall time at which the session is planned, until it begins. */
export interface DateRoom {
  id: string
  type: 'room.date'
  when: number
}

/**
 * `released`: the report can be downloaded. `terms`: words that three or more looked up, and what they mean.
 *
 * On a chair's own phone also `coffee`, and in a room of several teams `joint`.
 */
export interface DebriefPart {
  questions: Record<string, AskedText>
  resolution: string
  released: boolean
  statements: Record<string, AskedText>
  terms: Record<string, string>
  coffee?: Coffee
  lessons: Record<string, LessonLine>
  joint?: Joint
}

/** `used`: ms from opening to the word; `talk`: ms of it between the reveal and the word. `rounds`: votes taken. */
export interface DecisionFacts {
  used?: number
  talk: number
  rounds: number
  votes?: ShownVote[]
  marks?: ShownMarks
}

/**
 * `cast` of `of` votes; `due` in session ms; `advice`: stand-ins of empty chairs, by role.
 *
 * `practice` is the statement of *bij ons?*, `spread` what is known of its answers.
 */
export interface DecisionPart {
  order: number
  kind: 'main' | 'quick'
  anchor: boolean
  state: 'planned' | 'picture' | 'open' | 'closed' | 'revealed' | 'settled' | 'effective' | 'skipped'
  title: string
  question: string
  context: string
  values: string[]
  options: Record<string, OptionLine>
  mandate: Mandate
  may_vote: boolean
  may_settle: boolean
  may_mark: boolean
  round: number
  cast: number
  of: number
  due?: number
  hard?: boolean
  advice?: Record<string, string>
  result?: Result
  settled?: SettledPart
  effect?: Effect
  practice?: string
  spread?: PracticePart
  marks?: Marks
  reopened?: string
}

/** What the facilitator reads about a decision, once for all teams. */
export interface DecisionScript {
  minutes: number
  talk: number
  talking_points: string[]
  consequences: Record<string, string>
  references: ReferenceLine[]
  condition?: string
}

/** No, thank you; `word` is a line for who asked. */
export interface DeclineMeeting {
  id: string
  type: 'meeting.decline'
  of: string
  word?: string
}

/** What a desk did last (`by`: its device; `what`: an event's type, for a decision `decision_<state>`). */
export interface Deed {
  by: string
  what: string
  version: number
}

export type DeskCommand = MoveRoom | PauseRoom | MoveDoor | MoveAdmission | MovePhase | SetAuto | SetSharing | PlanRoom | DateRoom | MoveInject | ComposeInject | MoveDecision | ExtendDecision | ReopenDecision | SettleAtDesk | PaceRehearsal | UndoStep | AddSeat | EnterVote | MoveSeat | RemoveSeat | RenameSeat | NameSpokesperson | AnswerClaim | AnswerKnock | PairScreen | OpenTeam | EndDevice | AddNote | ShowOnScreen | ReleaseReport | WriteForeword | ClimbAtDesk | DarkenPhones | EditInject | LightPhones | RestoreInject | SpareSeat | ShowStep | LetThrough | MoveReplay | MoveLesson | MergeLesson

/** `new`: nobody but its writer and the desk has read it. `into`: the lesson under which it stands. */
export interface DeskLesson {
  order: number
  kind: 'keep' | 'change' | 'ask'
  text: string
  stars: number
  state: 'new' | 'shown' | 'hidden'
  into?: string
}

/** How many of the people at the tables answered anything before and after, and gave a grade. */
export interface DeskMeasures {
  of: number
  before: number
  after: number
  grades: number
}

/**
 * An inject in a team, released or not. `got`: roles that got it (empty: everyone).
 *
 * `opened`: seat → when; in a hall it is empty and `openings` counts them in all tables.
 */
export interface DeskNews {
  order: number
  state: 'planned' | 'held' | 'released' | 'skipped'
  possible: boolean
  at?: number
  got?: string[]
  stand_in?: string
  shared?: SharedBy
  edited?: EditedWords
  opened: Record<string, number>
  openings?: number
}

/** The one team that a desk has opened, in full: what it hears as `own`. */
export interface DeskRows {
  team: string
  rows: DeskTeam
  ballots: Record<string, Ballot>
  practice: Record<string, PracticeSpread>
}

/** `handed`: seat → wall time at which a link gave it to another device. */
export interface DeskTeam {
  order: number
  name: string
  seats: Record<string, SeatLine>
  free: Record<string, number>
  news: Record<string, DeskNews>
  picture: Record<string, PictureLine>
  decisions: Record<string, DecisionPart>
  indicators: Record<string, IndicatorPart>
  clocks: Record<string, TermPart>
  joint: boolean
  ladder?: Record<string, RungLine>
  lights?: Lights
  spared: Record<string, boolean>
  handed: Record<string, number>
  spokesperson?: string
}

/**
 * All of the room, for its facilitator. Single votes are in `ballots`, which the desk covers until asked.
 *
 * With `hall` there are no `teams`, `ballots` and `practice`: see `team.open`.
 */
export interface DeskView {
  room: Room
  roles: Record<string, RoleName>
  teams: Record<string, DeskTeam>
  hall?: Hall
  letters: Record<string, Letter>
  scripts: Record<string, DecisionScript>
  run_sheet: Record<string, SheetPhase>
  next: NextStep
  auto: AutoRelease
  undo?: Undo
  deed?: Deed
  ballots: Record<string, Ballot>
  practice: Record<string, PracticeSpread>
  prompts: Record<string, Record<string, string>>
  glossary: Record<string, string>
  notes: Record<string, NoteLine>
  devices: Record<string, DeviceLine>
  claims: Record<string, ClaimLine>
  admission: boolean
  knocks: Record<string, KnockLine>
  showing: string
  chosen: Chosen
  sharing: Sharing
  forked?: Forked
  resolutions: number
  foreword?: string
  measures: DeskMeasures
  lessons: Record<string, DeskLesson>
  debrief: DebriefPart
  conversation?: Conversation
  when?: number
  pace?: Pace
}

export interface DeskVote {
  role: string
  option: string
  at: number
  confidence?: number
  reason?: string
  paper?: boolean
}

/** `link` is the secret from the link's fragment; `team` only for one team's screen; `name`: whose device it is. */
export interface DeviceBody {
  pass: string
  link: string
  team?: string
  name?: string
}

/** `code` is the room's. */
export interface DeviceGiven {
  device: string
  kind: 'desk' | 'observer' | 'screen'
  code: string
  team?: string
}

/** `number`: its place among all of its kind that there ever were; `name`: whose it is. */
export interface DeviceLine {
  order: number
  kind: 'desk' | 'observer' | 'screen'
  number: number
  name?: string
  team?: string
}

/** Who did what, for `stale`: a chair, a desk or the server, and the event's type. */
export interface Did {
  by: string
  what: string
}

/** Other words for an inject that is not out yet; without `team` in every team where it is not. */
export interface EditInject {
  id: string
  type: 'inject.edit'
  inject: string
  from: string
  subject?: string
  body: string
  team?: string
}

/** A facilitator's words in place of the scenario's. */
export interface EditedWords {
  sender: string
  subject?: string
  body: string
}

/** After the decision became effective. `moves`: indicator → points. */
export interface Effect {
  at: number
  consequence: string
  moves: Record<string, number>
  references: ReferenceLine[]
}

export interface EndDevice {
  id: string
  type: 'device.end'
  device: string
}

/** A vote from paper. */
export interface EnterVote {
  id: string
  type: 'vote.enter'
  seat: string
  decision: string
  option: string
}

/**
 * The receipt of an erasure, in the asked language. `at`: UTC in ms; `text`: the whole, to keep as a file.
 *
 * `outside`: what stays, or lies where this server cannot reach.
 */
export interface Erased {
  code: string
  at: number
  title: string
  erased: string[]
  outside: string[]
  text: string
}

/** A minute more; a vote without a deadline has nothing to extend. */
export interface ExtendDecision {
  id: string
  type: 'decision.extend'
  decision: string
  team?: string
  seconds?: number
}

export interface FieldProblem {
  field: string
  message: string
}

/** `code` and `key` stand in the link's fragment; what was resolved stands there too, and stays there. */
export interface FollowUpAnswerBody {
  code: string
  key: string
  answer: 'done' | 'begun' | 'not'
  reasons?: ('date' | 'together' | 'small' | 'asked' | 'time' | 'forgotten' | 'no_reply' | 'not_mine' | 'other_first' | 'other_work' | 'unclear')[]
}

/** `key` is a secret made like a pass, for the fragment of a follow-up link; the seat's own pass asks as Bearer. */
export interface FollowUpBody {
  key: string
}

/** How many did what they resolved. `reasons`: answer → reason → how many; `until`: absent before the first link. */
export interface FollowUpCounts {
  links: number
  answers: Record<string, number>
  reasons: Record<string, Record<string, number>>
  until?: number
}

/** Until when an answer counts, UTC in ms. */
export interface FollowUpMade {
  until: number
}

/** By room code. */
export interface FollowUps {
  rooms: Record<string, FollowUpCounts>
}

/**
 * The moment from which to play on: a `version`, or session ms `session`; else the last one.
 *
 * `title` and `teams`: names for the new room.
 */
export interface ForkBody {
  version?: number
  session?: number
  title?: string
  teams?: TeamAsked[]
}

/** The code of the room that this one was played on from, and the session ms of that moment. */
export interface Forked {
  of: string
  session: number
}

/** `view` and `own`: without `base` it is whole; with it, a JSON Merge Patch (RFC 7396) on that version. */
export interface Frame {
  stream: string
  version: number
  base?: number
  now: number
  view: Record<string, unknown>
}

/** Game minute now = `minute` + (session now - `session`) / 60000 * `pace`, and at most `ends`. */
export interface GameClock {
  minute: number
  session: number
  pace: number
  ends?: number
  first_weekday: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
}

/** A later one replaces it, sentence and all. `quotable`: the sentence may be passed on, without a name. */
export interface GiveGrade {
  id: string
  type: 'grade.give'
  value: number
  text?: string
  quotable?: boolean
}

export interface GoAway {
  id: string
  type: 'seat.away'
  until?: number
}

/**
 * From 30 chairs or nine tables on: counts in the place of rows, and what all tables have alike told once.
 *
 * `news`: as it is in most tables, `openings` and `shares` (how many tables shared it) counted in all; `decisions`:
 * their words, as if planned; `indicators`: what they are, with the average; `practice`: decision → answer → how many;
 * `ladder`: its steps, where the facilitator chose it.
 */
export interface Hall {
  teams: Record<string, HallTeam>
  news: Record<string, DeskNews>
  shares: Record<string, number>
  decisions: Record<string, DecisionPart>
  indicators: Record<string, IndicatorPart>
  practice: Record<string, Record<string, number>>
  ladder?: Record<string, HallRung>
}

/**
 * A decision that one table has reached. `role`: whose word settles it now; `counts`: of an open or closed ballot,
 * or a revealed one, until it is effective; `round` when it is not the first.
 */
export interface HallDecision {
  state: 'planned' | 'picture' | 'open' | 'closed' | 'revealed' | 'settled' | 'effective' | 'skipped'
  cast?: number
  of?: number
  due?: number
  round?: number
  role?: string
  counts?: Record<string, number>
  option?: string
  way?: 'role' | 'word' | 'empty_chair' | 'overrule' | 'majority' | 'tie' | 'consensus' | 'no_consensus'
}

/** In one table, where it is not as in most. */
export interface HallNews {
  state: 'planned' | 'held' | 'released' | 'skipped'
  possible: boolean
  at?: number
}

/** A step of the ladder, told once for all tables of a hall. */
export interface HallRung {
  order: number
  name: string
}

/**
 * A table in a hall: what a line of the desk shows. `away`: people who were called away; `free`: only where some.
 * `spokesperson`: the role that speaks for it; `rung`: where it stands on the ladder.
 *
 * `news`: only where it is not as in most tables; `indicators`: their values.
 */
export interface HallTeam {
  order: number
  name: string
  taken: number
  away?: number
  free: Record<string, number>
  spokesperson?: string
  rung?: string
  news: Record<string, HallNews>
  decisions: Record<string, HallDecision>
  indicators: Record<string, number>
  joint: boolean
  lights?: Lights
}

/** The chair with its holder's name, which the other device does not know. */
export interface HandedSeat {
  seat: string
  team: string
  role: string
  name: string
}

/** A desk's: `link` is a secret made like a pass; whoever brings it within the quarter gets this chair, once. */
export interface HandoverBody {
  seat: string
  link: string
}

/** `url` gives the chair to the device that opens it, once, until `until` (ms since 1970). */
export interface HandoverOffer {
  seat: string
  url: string
  until: number
}

/** The newest (stream, version) that the client still holds. */
export interface Have {
  view?: [string, number]
  own?: [string, number]
}

/** Socket.IO `auth`. `as`: `<seat>`, `screen` or `screen:<team>`, on a desk's second connection. */
export interface Hello {
  pass: string
  have?: Have
  language?: 'nl' | 'en'
  as?: string
}

/** `connect_error`'s data. */
export interface HelloRefused {
  code: string
  message: string
}

/** `by` in points; `because` is a sentence. */
export interface IndicatorMove {
  by: number
  because: string
  at: number
}

export interface IndicatorPart {
  order: number
  name: string
  icon: 'handshake' | 'building' | 'database' | 'shield' | 'coins' | 'wrench'
  meaning: string
  value: number
  start: number
  moves: Record<string, IndicatorMove>
}

/** Whether this team agreed to a joint report, and whether this role is the one that may. */
export interface Joint {
  agreed: boolean
  may: boolean
}

/** `pass` is the new, read-only one; the seat's own pass asks for it as Bearer. */
export interface KeepBody {
  pass: string
}

export interface KeepGiven {
  seat: string
}

/** Someone who waits to be let in; without `team` or `role` any chair will do. */
export interface KnockLine {
  order: number
  name: string
  team?: string
  role?: string
}

/** Asked again with the same pass: 202 while the desk decides, 200 and the seat once let in, 403 if not. */
export interface KnockMade {
  knock: string
  state: 'waiting'
}

/** A lesson that was let through; never whose it is. `stars`: on screens, how many people starred it. */
export interface LessonLine {
  order: number
  kind: 'keep' | 'change' | 'ask'
  text: string
  stars?: number
}

/** Lets the matrix, or of a team's decision the votes by role or their reasons, be seen; or no longer. */
export interface LetThrough {
  id: string
  type: 'debrief.let'
  part: 'matrix' | 'votes' | 'reasons'
  on?: boolean
  team?: string
  decision?: string
}

/** The words of an inject, once for all teams. */
export interface Letter {
  channel: 'mail' | 'phone' | 'chat' | 'news' | 'social' | 'letter' | 'broadcast' | 'note'
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
  lights_out?: number
}

export interface LightPhones {
  id: string
  type: 'lights.on'
  team?: string
}

/** The team's phones are dark, from one session time (ms) until another. */
export interface Lights {
  since: number
  until: number
}

/**
 * The screen shows a moment of the past: the room as it was at wall ms `at`, reached at wall ms `since`.
 *
 * At `speed` (0: stands still) it goes on from there. `session`: session ms.
 */
export interface Lookback {
  at: number
  session: number
  since: number
  speed: number
}

/**
 * `role`: who settles now; absent with `by: role`: every chair of the row is empty, so the facilitator does.
 *
 * `away`: the role whose word it would be, while everyone on its chairs is called away.
 */
export interface Mandate {
  by: 'role' | 'majority' | 'consensus'
  role?: string
  away?: string
  tie?: string
}

/** What the own team thinks of its speaker's statement; a later mark replaces it, an empty one takes it back. */
export interface MarkStatement {
  id: string
  type: 'statement.mark'
  decision: string
  clear?: boolean
  credible?: boolean
  missing?: string
}

/**
 * What the own team thinks of its statement: how many of how many, and what they miss, in no telling order.
 *
 * The speaking role sees them as they come, the rest of its team once they are `released`.
 */
export interface Marks {
  given: number
  of: number
  clear: number
  credible: number
  missing: Record<string, string>
  released: boolean
}

/** Private news against `roles`, in the order in which it came. */
export interface Matrix {
  roles: string[]
  rows: MatrixRow[]
  shared: number
}

/** A private message. `used`: titles of the decisions whose choice acted on it. */
export interface MatrixRow {
  at: number
  title: string
  signs: Record<string, 'shared' | 'opened' | 'sent' | 'heard' | 'none' | 'stand_in'>
  game?: number
  shared?: SharedNews
  used: string[]
}

/** How many people gave each value, the lowest first; empty where fewer than three did. `hindsight`: of before. */
export interface MeasureCounts {
  order: number
  text: string
  before: number[]
  after: number[]
  hindsight: number[]
}

/** Puts a lesson under another that says nearly the same; without `into` it stands alone again. */
export interface MergeLesson {
  id: string
  type: 'lesson.merge'
  lesson: string
  into?: string
}

/** A decision in other rooms of this version of the scenario, `rooms` of them, and in this one. */
export interface MirrorLine {
  decision: string
  title: string
  rooms: number
  options: MirrorOption[]
}

/** `teams`: how many chose it elsewhere; `here`: how many did in this room. */
export interface MirrorOption {
  label: string
  teams: number
  here: number
}

/** Only decisions that ten rooms or more took elsewhere. */
export interface MirrorSeen {
  decisions: MirrorLine[]
}

/** Whether newcomers wait until a desk lets them in. */
export interface MoveAdmission {
  id: string
  type: 'admission.on' | 'admission.off'
}

export interface MoveDecision {
  id: string
  type: 'decision.picture' | 'decision.open' | 'decision.close' | 'decision.reveal' | 'decision.apply' | 'decision.skip'
  decision: string
  from: 'planned' | 'picture' | 'open' | 'closed' | 'revealed' | 'settled'
  team?: string
}

export interface MoveDoor {
  id: string
  type: 'door.open' | 'door.close'
}

export interface MoveInject {
  id: string
  type: 'inject.release' | 'inject.skip' | 'inject.hold'
  inject: string
  from: 'planned' | 'held'
  team?: string
}

/** Let through to the big screen and all phones, or taken from them. */
export interface MoveLesson {
  id: string
  type: 'lesson.show' | 'lesson.hide'
  lesson: string
}

/** Another date (UTC in ms) for what `of` resolved to do with the asker, or the asker with somebody. */
export interface MoveMeeting {
  id: string
  type: 'meeting.move'
  of: string
  starts: number
}

/** `from` is the phase that the asker saw; absent in `phase.next` only before the first phase. */
export interface MovePhase {
  id: string
  type: 'phase.next' | 'phase.back'
  from: string
}

/** `moment`: session ms; absent: back to now. `speed`: session seconds in a real one, 0 stands still. */
export interface MoveReplay {
  id: string
  type: 'replay.show'
  moment?: number
  speed?: 0 | 1 | 2 | 4 | 8 | 16
}

/** Start, resume, debrief or close the room. */
export interface MoveRoom {
  id: string
  type: 'room.start' | 'room.resume' | 'room.debrief' | 'room.close'
}

export interface MoveSeat {
  id: string
  type: 'seat.move'
  seat: string
  team?: string
  role?: string
}

/** Who speaks for the table; a desk says it too. */
export interface NameSpokesperson {
  id: string
  type: 'spokesperson.name'
  seat: string
}

/** `private`: not everyone in the team has it (yet). `sender` and `subject` as the reader sees them. */
export interface NewsItem {
  order: number
  at: number
  channel: 'mail' | 'phone' | 'chat' | 'news' | 'social' | 'letter' | 'broadcast' | 'note'
  sender: string
  subject?: string
  body: string
  game?: number
  counts?: string
  private: boolean
  shared?: SharedBy
  stand_in?: string
}

/**
 * What the one primary button does: a command without its id, and what it is about.
 *
 * An empty `command` is not for sending: `none`, or words that the desk asks for first (`decision.settle`, and
 * `decision.reopen` when a table that needs consensus has none); then `thing` and `team` say about what.
 *
 * `waits`: in a room of several teams those that are not ready for it yet, and why; taking it all the same is allowed.
 */
export interface NextStep {
  action: 'door.open' | 'room.start' | 'phase.next' | 'inject.release' | 'decision.picture' | 'decision.open' | 'decision.close' | 'decision.reveal' | 'decision.settle' | 'decision.reopen' | 'decision.apply' | 'room.debrief' | 'report.release' | 'room.close' | 'none'
  title: string
  command: Record<string, string>
  thing?: string
  team?: string
  waits?: Record<string, string>
}

export interface NotAccepted {
  ok: false
  code: string
  message: string
  field?: string
  did?: Did
}

/** `who`: the name that the writer's device bears; `about`: a kind and an id; `phase`: in which it was written. */
export interface NoteLine {
  order: number
  at: number
  by: 'desk' | 'observer'
  who?: string
  text: string
  about?: string
  phase?: string
}

export type ObserverCommand = AddNote

/** A team's shared news and picture; of nine teams or more without the news that all of them have. */
export interface ObserverTeam {
  news: Record<string, NewsItem>
  picture: Record<string, PictureLine>
}

/** As the screen, plus each team's shared news and picture. */
export interface ObserverView {
  room: Room
  roles: Record<string, RoleName>
  teams: Record<string, ScreenTeam>
  news: Record<string, NewsItem>
  decisions: Record<string, ScreenQuestion>
  showing: string
  team?: string
  averages?: Record<string, IndicatorPart>
  debrief?: DebriefPart
  conversation?: Conversation
  lookback?: Lookback
  measures?: ScreenMeasures
  shared: Record<string, ObserverTeam>
  notes: Record<string, NoteLine>
}

/** `when`: the planned start; with it the room begins `prepared`, without it in its lobby with the door open. */
export interface OpenRoomBody {
  scenario: string
  language?: 'nl' | 'en'
  teams: TeamAsked[]
  title?: string
  when?: number
  settings?: RoomSettings
}

/** This desk wants one team's rows, as its `own`; without `team` none. No fact: the transport answers it. */
export interface OpenTeam {
  id: string
  type: 'team.open'
  team?: string
}

/** Someone looked up a word of the scenario's glossary. */
export interface OpenTerm {
  id: string
  type: 'term.open'
  term: string
}

export interface OptionLine {
  order: number
  label: string
  detail?: string
}

/** What another municipality let be seen: role → answer → how many. */
export interface OtherSpread {
  order: number
  name: string
  answers: Record<string, Record<string, number>>
}

/**
 * What only this seat sees. `answers`: `<moment>:<statement>` → value; `practice`: decision → answer.
 *
 * `marks`: decision → what this seat thinks of its team's statement; `spoke`: the decisions that it settled.
 * `struck`: words of its own that it keeps out of the report (the keys of `words.strike`).
 * `meetings`: whose resolution → with whom, when.
 * `priority`: before, after → place on its own list. `stars`: the lessons that bear its star.
 */
export interface Own {
  seat: string
  name: string
  away: boolean
  spared?: boolean
  read: Record<string, number>
  votes: Record<string, OwnVote>
  answers: Record<string, number>
  priority: Record<string, number>
  grade?: OwnGrade
  lessons: Record<string, OwnLesson>
  stars: Record<string, boolean>
  practice: Record<string, string>
  marks: Record<string, OwnMark>
  reflections: Record<string, string>
  resolution?: OwnResolution
  spoke?: Record<string, true>
  struck?: Record<string, true>
  meetings: Record<string, OwnMeeting>
}

export interface OwnGrade {
  value: number
  text?: string
  quotable: boolean
}

/** `shown`: it was let through, alone or under another that says the same. */
export interface OwnLesson {
  order: number
  kind: 'keep' | 'change' | 'ask'
  text: string
  shown: boolean
}

export interface OwnMark {
  clear: boolean
  credible: boolean
  missing?: string
}

/**
 * A date (`starts`, UTC in ms) for a resolution of one of two.
 *
 * `mine`: the resolution is this seat's own; `yours`: this seat named the date.
 * `seat` is the other one, with a name unless it was erased; `gone`: the other one has left. `word`: a line with a no.
 */
export interface OwnMeeting {
  order: number
  seat: string
  name?: string
  role: string
  mine: boolean
  state: 'proposed' | 'accepted' | 'declined' | 'gone'
  starts: number
  yours: boolean
  text: string
  word?: string
}

export interface OwnResolution {
  text: string
  with?: string
  with_seat?: string
  by?: string
  first_step?: string
  questions?: string[]
}

export interface OwnRole {
  id: string
  name: string
  short: string
  summary: string
  card: RoleCard
}

/** What this chair itself had. */
export interface OwnRow {
  at: number
  title: string
  sign: 'shared' | 'opened' | 'sent' | 'heard' | 'none' | 'stand_in'
  game?: number
  shared?: SharedNews
  used: string[]
}

export interface OwnVote {
  round: number
  option: string
  at: number
  confidence?: number
  reason?: string
  paper?: boolean
}

/** A rehearsal's: session seconds in a real one, and whether a bot presses the next step. */
export interface Pace {
  speed: number
  led: boolean
}

/** In a rehearsal: how fast the session goes, and whether a bot presses the next step. What is absent stays. */
export interface PaceRehearsal {
  id: string
  type: 'rehearsal.pace'
  speed?: number
  led?: boolean
}

/** The short code that a waiting screen shows. Turned into a device by the transport, which knows the waiting. */
export interface PairScreen {
  id: string
  type: 'screen.pair'
  pairing: string
  team?: string
}

/** A short code, shown as it is typed. Ask again with the same pass: 202 while waiting, 200 with the device. */
export interface Pairing {
  pairing: string
  state: 'waiting'
}

export interface PairingBody {
  pass: string
}

/** All that a chair of this team and role may see. `before`: statements to answer before it begins to play. */
export interface ParticipantView {
  room: Room
  team: TeamPart
  role: OwnRole
  roles: Record<string, RoleName>
  news: Record<string, NewsItem>
  picture: Record<string, PictureLine>
  decisions: Record<string, DecisionPart>
  indicators: Record<string, IndicatorPart>
  clocks: Record<string, TermPart>
  glossary: Record<string, string>
  ladder?: Record<string, RungLine>
  lights?: Lights
  before?: Record<string, AskedText>
  debrief?: DebriefPart
  conversation?: Conversation
}

export interface Pause {
  incident: boolean
  until?: number
}

/** `until`: wall time at which people are told to be back. `incident`: a real incident; everything stops. */
export interface PauseRoom {
  id: string
  type: 'room.pause'
  until?: number
  incident?: boolean
}

export interface Phase {
  id: string
  kind: 'welcome' | 'roles' | 'round' | 'breath' | 'debrief' | 'close'
  title: string
  order: number
  of: number
}

/** `by` is a role; with `inject` a shared card, which `stand_in` says an empty chair brought. */
export interface PictureLine {
  order: number
  kind: 'fact' | 'assumption' | 'unknown' | 'action'
  text: string
  by: string
  source?: string
  struck?: boolean
  inject?: string
  stand_in?: boolean
}

/** How many put digital safety on place 1 to 5 of their own list, and last below those; empty as above. */
export interface PlaceCounts {
  before: number[]
  after: number[]
}

/** How many minutes the session takes in all, pauses not counted. */
export interface PlanRoom {
  id: string
  type: 'room.plan'
  minutes: number
}

/** The server's wall clock, in ms since 1970. */
export interface Pong {
  now: number
}

/**
 * *Bij ons?*: how many have answered; `answers` (role → answer → how many) once everyone who can has.
 *
 * `others`: municipalities that show theirs, once this team has `released` its own; `waiting`: they have not yet.
 */
export interface PracticePart {
  given: number
  of: number
  may_release: boolean
  released: boolean
  waiting: boolean
  answers?: Record<string, Record<string, number>>
  others: Record<string, OtherSpread>
}

/** Key `<team>/<decision>`: answers by role (of several chairs the least sure one), and by answer how many. */
export interface PracticeSpread {
  team: string
  decision: string
  answers: Record<string, string>
  of: number
  counts?: Record<string, number>
}

/** Whole, unnumbered; the last one wins. `teams`: how many people of each are here. */
export interface Presence {
  seats: Record<string, 'here' | 'away'>
  teams: Record<string, number>
}

/** RFC 9457. `code` is stable; `detail` says in the reader's language what to do next. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  field?: string
  errors: FieldProblem[]
  /** seconds */
  retry_after?: number
}

/** One of this server's own links. */
export interface QrBody {
  text: string
}

export interface ReadInject {
  id: string
  type: 'inject.read'
  inject: string
}

export interface Receipts {
  receipts: Erased[]
}

export interface ReferenceLine {
  kind: 'law' | 'guidance' | 'case'
  text: string
  source: string
  checked?: string
}

/** The speaker, who saw the marks first, shows them to the own team. */
export interface ReleaseMarks {
  id: string
  type: 'marks.release'
  decision: string
}

/** The mandated role shows its team's spread to the other municipalities that show theirs. */
export interface ReleasePractice {
  id: string
  type: 'practice.release'
  decision: string
}

export interface ReleaseReport {
  id: string
  type: 'report.release'
}

export interface RemoveSeat {
  id: string
  type: 'seat.remove'
  seat: string
}

export interface RenameSeat {
  id: string
  type: 'seat.rename'
  seat: string
  name: string
}

export interface ReopenDecision {
  id: string
  type: 'decision.reopen'
  decision: string
  reason: string
  team?: string
}

/** `at` is shown since wall ms `since`, and goes on at `speed` (0: stands still) until the game ends. */
export interface Replay {
  at: number
  since: number
  speed: number
}

/** The scenario's own words again. */
export interface RestoreInject {
  id: string
  type: 'inject.restore'
  inject: string
  team?: string
}

export interface RestoreWords {
  id: string
  type: 'words.restore'
  words: string
}

/** Counts by option; `votes` by order number, only for the own team, and only of fewer than 30. */
export interface Result {
  counts: Record<string, number>
  votes?: Record<string, RevealedVote>
}

/** Asks for the whole `view` and `own`; no field is needed. */
export interface Resync {
}

/** By role; a name only in a room opened with `named`. */
export interface RevealedVote {
  role: string
  option: string
  confidence?: number
  reason?: string
  name?: string
  paper?: boolean
}

/** What an option would have brought, or did. */
export interface Road {
  order: number
  label: string
  consequence: string
  moves: Record<string, number>
}

export interface RoleCard {
  decides: string[]
  may_not: string[]
  asks: string[]
}

export interface RoleInfo {
  id: string
  name: string
  short: string
  summary: string
  card: CardLine
}

export interface RoleName {
  order: number
  name: string
  short: string
  summary: string
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
  phase?: Phase
  pause?: Pause
  named: boolean
  rehearsal: boolean
  released: boolean
  retention_days?: number
  counted?: boolean
  erase_at?: number
}

/**
 * All that anyone with the code may know. `counted`: counts without names outlive the room.
 *
 * `join`: the address at which other devices join; `admission`: who takes a chair waits until the desk lets them in.
 * `operator`: who runs this server, where it says so.
 */
export interface RoomInfo {
  code: string
  title: string
  municipality: string
  status: 'prepared' | 'lobby' | 'running' | 'paused' | 'debrief' | 'closed'
  language: string
  languages: ('nl' | 'en')[]
  door: boolean
  admission: boolean
  named: boolean
  privacy: string
  retention_days: number
  counted: boolean
  operator?: string
  join: string
  teams: TeamInfo[]
  roles: RoleInfo[]
}

/** One of a key's own rooms. `erase_at`: known from the closing on; `closes_at`: until then, if nothing happens. */
export interface RoomLine {
  code: string
  title: string
  scenario: string
  language: string
  status: 'prepared' | 'lobby' | 'running' | 'paused' | 'debrief' | 'closed'
  opened_at: number
  when?: number
  closed_at?: number
  closes_at?: number
  erase_at?: number
  teams: number
  seats: number
  rehearsal: boolean
}

/** Whole addresses; secrets stand in the fragment. */
export interface RoomLinks {
  join: string
  facilitator: string
  screen: string
  observer: string
}

/** Shown once: the server keeps only hashes of the secrets in these links. */
export interface RoomOpenedAnswer {
  code: string
  links: RoomLinks
  teams: TeamOpened[]
}

/**
 * `minutes`: planned length, else the scenario's; `seats`: role → most chairs; `named`: votes revealed by name.
 *
 * `admission`: who takes a chair waits until the desk lets them in. `ladder`: teams may scale up, where the scenario
 * says how. `lights_out`: news or the desk may darken a team's phones. `series`, `mirror`: see `room.sharing`.
 * `all_statements`: all of the scenario's are asked, not the three that it picks.
 */
export interface RoomSettings {
  minutes?: number
  retention_days?: number
  named?: boolean
  rehearsal?: boolean
  admission?: boolean
  ladder?: boolean
  lights_out?: boolean
  series?: boolean
  mirror?: boolean
  all_statements?: boolean
  seats?: Record<string, number>
}

export interface Rooms {
  rooms: RoomLine[]
}

/**
 * A step of the ladder in a team. `now`: where it stands; `below`: behind it; `ahead`: may still be taken.
 *
 * `decides`: the role whose word it takes now (absent: nobody who may is at the table); `needs`: what must be so
 * first. `role` and `way` say how it was taken. `possible` is told to the desk alone.
 */
export interface RungLine {
  order: number
  name: string
  meaning: string
  cost: string
  state: 'below' | 'now' | 'ahead'
  decides?: string
  needs?: string
  possible?: boolean
  at?: number
  role?: string
  way?: 'role' | 'word' | 'empty_chair'
}

/** Where a team stands; `order` counts from 1. */
export interface RungName {
  name: string
  order: number
  of: number
}

/** Texts in the asked language. `ladder`: the names of its rungs, lowest first. */
export interface ScenarioLine {
  id: string
  version: string
  title: string
  theme: 'crime' | 'own_house' | 'society' | 'leadership'
  languages: ('nl' | 'en')[]
  minutes: number
  municipality: string
  summary: string
  ladder: string[]
  roles: ScenarioRole[]
}

export interface ScenarioRole {
  id: string
  name: string
  short: string
  summary: string
  min: number
  max: number
}

export interface Scenarios {
  scenarios: ScenarioLine[]
}

/**
 * In one team: counts only after the reveal, and of fewer than three votes only the settled choice.
 *
 * `at`: when it became effective. `moves`: indicator → points, as its option says; `moved`: indicator → which of the
 * indicator's moves it was.
 */
export interface ScreenDecision {
  state: 'planned' | 'picture' | 'open' | 'closed' | 'revealed' | 'settled' | 'effective' | 'skipped'
  cast: number
  of: number
  due?: number
  hard?: boolean
  counts?: Record<string, number>
  option?: string
  role?: string
  way?: string
  statement?: string
  to?: 'residents' | 'council' | 'press'
  at?: number
  consequence?: string
  moves?: Record<string, number>
  moved?: Record<string, string>
}

/** What came of one option, at `at` at the last table. `moves`: indicator → points. */
export interface ScreenEffect {
  at: number
  consequence: string
  moves: Record<string, number>
}

/** Before and after, for a screen that shows them. */
export interface ScreenMeasures {
  statements: Record<string, MeasureCounts>
  places: PlaceCounts
}

/**
 * A decision's public words, and where each team is with it.
 *
 * `effects`: of nine teams or more once by option, and then no longer counts.
 */
export interface ScreenQuestion {
  order: number
  kind: 'main' | 'quick'
  anchor: boolean
  title: string
  question: string
  context: string
  options: Record<string, OptionLine>
  teams: Record<string, ScreenDecision>
  effects?: Record<string, ScreenEffect>
}

/**
 * `chairs`: role → how many people sit on it. `picture`: kind → how many lines stand on it, without their words.
 *
 * `spokesperson`: the role that speaks for it.
 */
export interface ScreenTeam {
  order: number
  name: string
  chairs: Record<string, number>
  picture: Record<string, number>
  indicators: Record<string, IndicatorPart>
  rung?: RungName
  lights?: Lights
  spokesperson?: string
}

/**
 * What the whole room may see (or, with `team`, that team's own screen). No names, and of
 * participants' words only lessons that were let through.
 *
 * Nine teams or more have `averages` in the place of indicators of their own. With `lookback` it is what the view was
 * then, on a stream of its own.
 */
export interface ScreenView {
  room: Room
  roles: Record<string, RoleName>
  teams: Record<string, ScreenTeam>
  news: Record<string, NewsItem>
  decisions: Record<string, ScreenQuestion>
  showing: string
  team?: string
  averages?: Record<string, IndicatorPart>
  debrief?: DebriefPart
  conversation?: Conversation
  lookback?: Lookback
  measures?: ScreenMeasures
}

export type SeatCommand = ReadInject | ShareInject | AddToPicture | ChangePicture | StrikeFromPicture | CastVote | SettleDecision | MarkStatement | ReleaseMarks | AnswerMeasure | WriteReflection | AnswerPractice | ReleasePractice | OpenTerm | WriteResolution | ShareReport | StrikeWords | RestoreWords | GoAway | NameSpokesperson | ComeBack | ClimbLadder | MoveMeeting | AcceptMeeting | DeclineMeeting | AnswerPriority | GiveGrade | WriteLesson | TakeLessonBack | StarLesson

export interface SeatGiven {
  seat: string
  team: string
  role: string
}

/**
 * `device`: this person has one; `away`: marked away; no presence here (see the `presence` event).
 *
 * `bot`: played by the server, in a rehearsal.
 */
export interface SeatLine {
  order: number
  name: string
  role: string
  away: boolean
  device: boolean
  until?: number
  bot?: boolean
}

/** Whether the clock lets news out by the plan, in whichever phase runs. */
export interface SetAuto {
  id: string
  type: 'phase.auto'
  on: boolean
}

/**
 * `series`: counts, without names or texts, stay for this organisation. `mirror`: choices may join other towns'.
 *
 * `size`: the municipality's size class, for the mirror.
 */
export interface SetSharing {
  id: string
  type: 'room.sharing'
  series: boolean
  mirror: boolean
  size?: 'small' | 'medium' | 'large'
}

/** `on_word_of` names the mandated role that said it aloud; against it is an overrule, which needs a `reason`. */
export interface SettleAtDesk {
  id: string
  type: 'decision.settle'
  decision: string
  option: string
  team: string
  on_word_of?: string
  reason?: string
  owner?: string
  statement?: string
  to?: 'residents' | 'council' | 'press'
}

/** The mandated role's word, from its own phone. `to`: whom the statement is for. */
export interface SettleDecision {
  id: string
  type: 'decision.settle'
  decision: string
  option: string
  owner?: string
  statement?: string
  to?: 'residents' | 'council' | 'press'
}

/** `role` is the mandate that was used; `way` says how (see `events_game.Way`). */
export interface SettledPart {
  way: 'role' | 'word' | 'empty_chair' | 'overrule' | 'majority' | 'tie' | 'consensus' | 'no_consensus'
  at: number
  option?: string
  role?: string
  reason?: string
  owner?: string
  statement?: string
  to?: 'residents' | 'council' | 'press'
}

export interface ShareInject {
  id: string
  type: 'inject.share'
  inject: string
}

export interface ShareReport {
  id: string
  type: 'report.share'
  joint: true
}

/** `by` is a role; `stand_in`: its chair is empty. */
export interface SharedBy {
  by: string
  at: number
  stand_in: boolean
}

/** `after`: ms from its coming to the table's hearing it. */
export interface SharedNews {
  by: string
  after: number
  stand_in: boolean
}

/** What this room leaves when it is closed; `size`: the municipality's class, for the mirror. */
export interface Sharing {
  series: boolean
  mirror: boolean
  size?: 'small' | 'medium' | 'large'
}

/**
 * `began`: session ms at which it (last) began; `minutes` is the plan, `took` session ms of its earlier stretches.
 *
 * `talk`: session ms of talk about its main decisions; `talks_since`: session ms since which one goes on.
 */
export interface SheetPhase {
  order: number
  kind: 'welcome' | 'roles' | 'round' | 'breath' | 'debrief' | 'close'
  title: string
  goal: string
  say: string[]
  minutes: number
  state: 'done' | 'now' | 'later'
  began?: number
  took: number
  talk: number
  talks_since?: number
  steps: Record<string, SheetStep>
}

/** A line of the run sheet: `thing` is the inject's or decision's id. */
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

/** What moved indicators at one moment: key → points. */
export interface Shift {
  at: number
  because: string
  moves: Record<string, number>
  game?: number
}

export interface ShowOnScreen {
  id: string
  type: 'screen.show'
  what: string
}

/** Brings a step to all screens, in any order; without `step` they stop following. `thing`: which decision. */
export interface ShowStep {
  id: string
  type: 'debrief.show'
  step?: string
  thing?: string
  page?: number
}

/** What the own team thought of the explanation, once its speaker showed it. */
export interface ShownMarks {
  given: number
  clear: number
  credible: number
}

/** One vote by role, let through by the facilitator; its reason only when that was let through too. */
export interface ShownVote {
  role: string
  option: string
  confidence?: number
  reason?: string
  paper?: boolean
}

/** Whether this chair's phone stays lit; nobody has to say why. */
export interface SpareSeat {
  id: string
  type: 'seat.spare'
  seat: string
  spared: boolean
}

export interface StarLesson {
  id: string
  type: 'lesson.star'
  lesson: string
  on: boolean
}

export interface StrikeFromPicture {
  id: string
  type: 'picture.strike'
  item: string
}

/**
 * Words of one's own, out of every variant. `words`: `reason:<decision>`, `statement:<decision>`,
 * `reflection:<question>` or `resolution`.
 */
export interface StrikeWords {
  id: string
  type: 'words.strike'
  words: string
}

/** The other device's: a pass of its own, and the secret from the link's fragment. */
export interface TakeHandedBody {
  pass: string
  link: string
}

export interface TakeLessonBack {
  id: string
  type: 'lesson.take_back'
  lesson: string
}

/** `pass` is the person's new one for the bot's chair `seat`. */
export interface TakeOverBody {
  pass: string
  seat: string
}

/** Without team or role the server gives the emptiest table, and the first of its roles that fewest have. */
export interface TakeSeatBody {
  pass: string
  name: string
  team?: string
  role?: string
}

/** A question, facts, or both. */
export interface TalkStep {
  order: number
  facts?: 'timeline' | 'curves' | 'matrix' | 'roads' | 'decisions' | 'lessons'
  question?: string
}

export interface TeamAsked {
  name: string
}

/** What the step shows of one team, as far as whoever looks may know it. */
export interface TeamFacts {
  matrix?: Matrix
  decision?: DecisionFacts
  shifts?: Shift[]
}

/**
 * `free`: role → chairs that nobody holds; `taken`: role → chairs that somebody holds.
 *
 * `waiting`: role → people who wait to be let in to just that chair, where there are some.
 */
export interface TeamInfo {
  id: string
  name: string
  free: Record<string, number>
  taken: Record<string, number>
  waiting?: Record<string, number>
}

export interface TeamLinks {
  join: string
  screen: string
}

export interface TeamOpened {
  id: string
  name: string
  links: TeamLinks
}

/**
 * A team of 30 chairs or more has `chairs` (role → how many people) in the place of its `seats`.
 *
 * `spokesperson`: the seat that speaks for it, in a room of several teams.
 */
export interface TeamPart {
  id: string
  name: string
  seats: Record<string, SeatLine>
  chairs?: Record<string, number>
  spokesperson?: string
}

/** A statutory clock; `began` and `due` in game minutes. */
export interface TermPart {
  order: number
  name: string
  law: string
  began: number
  due: number
  state: 'running' | 'stopped' | 'lapsed'
  text?: string
}

/** Server time and the last version sent to this socket on each stream; a stream that it does not hear is absent. */
export interface Tick {
  now: number
  view?: number
  own?: number
}

/** `url` works once, until `until` (ms since 1970). */
export interface Ticket {
  url: string
  until: number
}

export interface TicketBody {
  what: 'debrief.pdf' | 'debrief.json' | 'debrief.xlsx' | 'debrief.html' | 'debrief.md' | 'journal.jsonl' | 'series.json' | 'resolution.ics' | 'mine.json' | 'mine.html' | 'pocket.pdf' | 'invitation.ics' | 'poster.pdf' | 'tents.pdf' | 'roles.pdf' | 'cards.pdf'
  language?: 'nl' | 'en'
  variant?: 'full' | 'public'
  team?: string
}

/** Something that happened. `title`: of what; `role` did it or got it; `game`: story minutes. */
export interface TimeLine {
  at: number
  kind: 'phase' | 'news' | 'private' | 'shared' | 'opened' | 'reopened' | 'revealed' | 'settled' | 'effective' | 'rung'
  title: string
  game?: number
  team?: string
  role?: string
}

/** The last step of a desk (`by`: its device) that it may still undo with `step.undo {of}` until `until`. */
export interface Undo {
  of: string
  by: string
  until: number
}

/** Takes back this desk's own last step within ten seconds, where the game allows it. */
export interface UndoStep {
  id: string
  type: 'step.undo'
  of: string
}

/** In every variant but the public one; an empty text takes it away. */
export interface WriteForeword {
  id: string
  type: 'report.foreword'
  text: string
}

/** Nobody learns who wrote it; everybody reads it once the facilitator lets it through. */
export interface WriteLesson {
  id: string
  type: 'lesson.write'
  kind: 'keep' | 'change' | 'ask'
  text: string
}

export interface WriteReflection {
  id: string
  type: 'reflection.write'
  question: string
  text: string
}

/**
 * `with` is somebody in one's own words; `with_seat` is a chair of the own team that hears of `starts` (UTC in ms).
 *
 * `questions`: which of the questions for the coffee to bring; none: the first ones.
 */
export interface WriteResolution {
  id: string
  type: 'resolution.write'
  text: string
  with?: string
  with_seat?: string
  starts?: number
  by?: string
  first_step?: string
  questions?: string[]
}
