/** A room in its first round, from which every state is made. */

import type { DecisionPart, DeskTeam, DeskView, IndicatorPart, SeatLine } from '../../src/lib/wire'
import { LETTERS, ROLES, SCRIPTS, SHEET } from './words'

export const now = Date.now()
export const seat = (order: number, name: string, role: string, rest: Partial<SeatLine> = {}): SeatLine => ({
  order,
  name,
  role,
  away: false,
  device: true,
  ...rest,
})
export const SEATS: Record<string, SeatLine> = {
  s1: seat(1, 'Anna', 'mayor'),
  s2: seat(2, 'Bram', 'ciso'),
  s3: seat(3, 'Chris', 'secretary'),
  s4: seat(4, 'Dina', 'dpo', { away: true }),
  s5: seat(5, 'Emre', 'public_safety'),
}

const indicator = (
  order: number,
  name: string,
  icon: IndicatorPart['icon'],
  value: number,
  by: number,
): IndicatorPart => ({
  order,
  name,
  icon,
  meaning: '',
  value,
  start: 60,
  moves: by === 0 ? {} : { '9': { by, because: 'Storing bij de balie', at: now - 60_000 } },
})
const INDICATORS = {
  trust: indicator(0, 'Vertrouwen', 'handshake', 62, -3),
  service: indicator(1, 'Dienstverlening', 'building', 55, -9),
  data: indicator(2, 'Gegevens', 'database', 70, 4),
  order: indicator(3, 'Openbare orde', 'shield', 60, 0),
}

const options = {
  a: { order: 0, label: 'Alles van het net' },
  b: { order: 1, label: 'Alleen dit deel afsluiten', detail: 'De rest van het gemeentehuis werkt door.' },
  c: { order: 2, label: 'Twaalf uur meekijken' },
  d: { order: 3, label: 'Eerst uitbetalen, dan eraf' },
}
export const planned: DecisionPart = {
  order: 0,
  kind: 'main',
  anchor: true,
  state: 'planned',
  title: 'Stekker eruit?',
  question: 'Haalt u het netwerk van Natte Meren los, en zo ja: hoeveel ervan?',
  context: 'Vreemde aanmeldingen met een beheerdersaccount. Om 18.00 uur lopen de uitkeringen.',
  values: ['dienstverlening', 'veiligheid van gegevens'],
  options,
  mandate: { by: 'role', role: 'mayor' },
  may_vote: false,
  may_settle: false,
  may_mark: false,
  round: 0,
  cast: 0,
  of: 5,
  practice: 'Bij ons ligt vast wie ’s avonds de stekker eruit mag trekken.',
}
const quick: DecisionPart = {
  ...planned,
  order: 1,
  kind: 'quick',
  title: 'Wie bellen we eerst?',
  question: 'Wie belt u als eerste?',
}
export const counts = { a: 2, b: 3, c: 0, d: 0 }
export const settled = {
  way: 'word' as const,
  at: now,
  option: 'b',
  role: 'mayor',
  owner: 'Bram',
  statement: 'We sluiten dit deel af. Wie vanavond geld nodig heeft, krijgt het.',
}

export const team = (name: string, seats: Record<string, SeatLine>, main: DecisionPart): DeskTeam => ({
  order: 0,
  name,
  seats,
  free: {},
  news: {
    servicedesk: {
      order: 0,
      state: 'released',
      possible: true,
      at: now - 9e5,
      got: ['ciso'],
      opened: { s2: now },
      shared: { by: 'ciso', at: now - 7e5, stand_in: false },
    },
    krant: { order: 1, state: 'released', possible: true, at: now - 6e5, got: [], opened: { s1: now, s2: now } },
    printers: { order: 2, state: 'planned', possible: true, opened: {} },
    raad: { order: 3, state: 'planned', possible: true, opened: {} },
  },
  picture: {
    p1: {
      order: 1,
      kind: 'fact',
      text: 'Iemand logt in met een account van een collega die op vakantie is.',
      by: 'ciso',
    },
    p2: { order: 2, kind: 'assumption', text: 'Het is een automatische taak.', by: 'secretary' },
    p3: { order: 3, kind: 'unknown', text: 'Zijn de jeugddossiers ingezien?', by: 'dpo' },
  },
  decisions: { stekker: main, bellen: quick },
  indicators: INDICATORS,
  clocks: {
    avg: {
      order: 0,
      name: 'Melding aan de AP',
      law: 'AVG artikel 33: binnen 72 uur na ontdekking.',
      began: 950,
      due: 950 + 4320,
      state: 'running',
    },
  },
  joint: false,
  spared: {},
  handed: {},
})

export const base = (): DeskView => ({
  auto: { on: false, missed: false },
  sharing: { series: false, mirror: false },
  room: {
    code: 'K7MP3XQ9',
    title: 'Natte Meren',
    municipality: 'Natte Meren',
    scenario: 'natte-meren',
    language: 'nl',
    status: 'running',
    door: true,
    clock: {
      base: 38 * 60_000,
      since: now,
      minutes: 120,
      game: { minute: 970, session: 38 * 60_000, pace: 3, first_weekday: 'fri' },
    },
    phase: { id: 'ronde-1', kind: 'round', title: 'Ronde 1', order: 2, of: 8 },
    named: false,
    rehearsal: false,
    released: false,
  },
  roles: ROLES,
  teams: { t1: team('Natte Meren', SEATS, planned) },
  letters: LETTERS,
  scripts: SCRIPTS,
  run_sheet: SHEET,
  next: { action: 'none', title: '', command: {} },
  ballots: {},
  practice: {},
  prompts: {},
  glossary: { AP: 'Autoriteit Persoonsgegevens.', AVG: 'De Europese regels voor persoonsgegevens.' },
  notes: { n1: { order: 1, at: now - 3e5, by: 'desk', text: 'De CISO wachtte lang met delen.' } },
  devices: { d1: { order: 1, kind: 'desk', number: 1 }, d2: { order: 2, kind: 'screen', number: 1 } },
  claims: {},
  admission: false,
  knocks: {},
  showing: 'auto',
  chosen: { ladder: false, lights_out: false, all_statements: false },
  resolutions: 0,
  measures: { of: 5, before: 4, after: 0, grades: 0 },
  lessons: {},
  debrief: {
    questions: {},
    resolution: 'Een kop koffie met de CISO: waar ligt u wakker van?',
    released: false,
    statements: {},
    terms: {},
    lessons: {},
  },
})
