/** The states of the participant's screen, each as the view that the server would send. */

import type { DecisionPart, IndicatorPart, Own, ParticipantView } from '../src/lib/wire'
import { LADDER } from './desk/busy'
import { news, picture, roles } from './words'

export interface Fixture {
  view: ParticipantView
  own: Own
  later?: ParticipantView
  spot?: { tab?: string; looking?: string }
  bye?: { code: string; reconnect: boolean }
  refused?: { code: string; message: string }
  refuse?: { ok: false; code: string; message: string; field?: string }
  lost?: boolean
  mute?: boolean
}

const now = Date.now()
const indicator = (
  order: number,
  name: string,
  icon: IndicatorPart['icon'],
  start: number,
  moves: Array<[number, string]> = [],
): IndicatorPart => ({
  order,
  name,
  icon,
  meaning: `Laag: inwoners merken het aan hun ${name.toLowerCase()}.`,
  start,
  value: start + moves.reduce((sum, [by]) => sum + by, 0),
  moves: Object.fromEntries(moves.map(([by, because], index) => [`${index + 10}`, { by, because, at: index }])),
})

const base: ParticipantView = {
  room: {
    code: 'K7MP3XQ9',
    title: 'Natte Meren: de lange vrijdag',
    municipality: 'Natte Meren',
    scenario: 'natte-meren',
    language: 'nl',
    status: 'running',
    door: false,
    named: false,
    rehearsal: false,
    released: false,
    clock: {
      base: 600_000,
      since: now,
      minutes: 120,
      game: { minute: 970, session: 600_000, pace: 3, first_weekday: 'fri' },
    },
    phase: { id: 'ronde-1', kind: 'round', title: 'Ronde 1: een storing?', order: 3, of: 7 },
  },
  team: {
    id: 't1',
    name: 'Natte Meren',
    seats: {
      s1: { order: 1, name: 'Anna', role: 'mayor', away: false, device: true },
      s2: { order: 2, name: 'Chris', role: 'secretary', away: false, device: true },
      s3: { order: 3, name: 'Bram', role: 'ciso', away: false, device: true },
      s4: { order: 4, name: 'Dina', role: 'dpo', away: true, device: true },
      s5: { order: 5, name: 'Emre', role: 'public-safety', away: false, device: false },
    },
  },
  role: { id: 'ciso', ...(roles.ciso as (typeof roles)[string]) },
  roles: Object.fromEntries(
    Object.entries(roles).map(([id, { name, short, summary }], order) => [id, { order, name, short, summary }]),
  ),
  news: {},
  picture: {},
  decisions: {},
  indicators: {},
  clocks: {},
  glossary: {
    AP: 'Autoriteit Persoonsgegevens: de toezichthouder die let op de omgang met persoonsgegevens.',
    AVG: 'De Europese regels voor persoonsgegevens.',
    Wmo: 'Hulp om thuis te kunnen blijven wonen.',
    Logboek: 'Automatische lijst van wie wat deed op een systeem, en hoe laat.',
    Server: 'Computer waarop programma’s en bestanden voor velen tegelijk staan.',
  },
}

const own: Own = {
  seat: 's3',
  name: 'Bram',
  away: false,
  read: {},
  votes: {},
  answers: {},
  priority: {},
  lessons: {},
  stars: {},
  practice: {},
  marks: {},
  reflections: {},
  meetings: {},
}

const decision: DecisionPart = {
  order: 1,
  kind: 'main',
  anchor: true,
  state: 'open',
  title: 'Stekker eruit?',
  question: 'Wat doet u nu met het netwerk?',
  context:
    'Het is vier uur. De systemen haperen en er zijn signalen die niemand kan verklaren. Om zes uur staan de uitkeringen klaar.',
  values: ['Gegevens van inwoners beschermen', 'Geld voor wie het vanavond nodig heeft', 'Eerst weten, dan ingrijpen'],
  options: {
    'alles-uit': {
      order: 1,
      label: 'Alles van het net',
      detail: 'Ook Drogenbroek, de telefoon en de uitkeringen liggen stil.',
    },
    deel: {
      order: 2,
      label: 'Alleen dit deel afsluiten',
      detail: 'Jeugd en werkmappen dicht; burgerzaken en uitkeringen blijven aan.',
    },
    meekijken: { order: 3, label: 'Twaalf uur meekijken', detail: 'Alles blijft aan terwijl onderzoekers kijken.' },
    uitbetalen: { order: 4, label: 'Eerst uitbetalen, dan eraf' },
  },
  mandate: { by: 'role', role: 'mayor' },
  may_vote: true,
  may_settle: false,
  may_mark: false,
  round: 1,
  cast: 2,
  of: 5,
  advice: { dpo: 'Wat u ook kiest: zorg dat de logboeken bewaard blijven.' },
}
const result: DecisionPart['result'] = {
  counts: { 'alles-uit': 2, deel: 3, meekijken: 0, uitbetalen: 0 },
  votes: {
    1: { role: 'mayor', option: 'deel', confidence: 3, reason: 'We houden de uitkeringen overeind.' },
    2: { role: 'secretary', option: 'deel', confidence: 4, reason: '1.100 huishoudens wachten vanavond op geld.' },
    3: { role: 'ciso', option: 'alles-uit', confidence: 5, reason: 'Ik weet niet waar ze nog meer zitten.' },
    4: { role: 'dpo', option: 'alles-uit', confidence: 4 },
    5: { role: 'public-safety', option: 'deel', paper: true },
  },
}
const revealed: DecisionPart = { ...decision, state: 'revealed', cast: 5, result }
const settled: DecisionPart = {
  ...revealed,
  state: 'settled',
  settled: {
    way: 'role',
    at: now,
    option: 'deel',
    role: 'mayor',
    owner: 'Systeembeheer',
    statement: 'We sluiten dit deel af. Wie vanavond geld nodig heeft, krijgt het.',
  },
}
const moved = {
  trust: indicator(1, 'Vertrouwen', 'handshake', 62, [[-3, 'De balie is dicht en niemand vertelt waarom.']]),
  service: indicator(2, 'Dienstverlening', 'building', 68, [
    [-9, 'De storing legt de balie stil.'],
    [-4, 'Stekker eruit? Jeugd en Wmo werken op papier.'],
  ]),
  data: indicator(3, 'Gegevens', 'database', 66, [[4, 'Stekker eruit? Het vreemde deel is afgesloten.']]),
  order: indicator(4, 'Openbare orde', 'shield', 72),
  money: indicator(5, 'Financiën', 'coins', 60),
  recovery: indicator(6, 'Herstel', 'wrench', 58, [
    [-4, 'Stekker eruit? De grens moet later opnieuw getrokken worden.'],
  ]),
}
const effective: DecisionPart = {
  ...settled,
  state: 'effective',
  practice: 'Bij ons is vooraf bepaald wie het netwerk mag afsluiten, ook op vrijdagavond.',
  effect: {
    at: now,
    consequence:
      'Systeembeheer sluit het deel af waar de vreemde aanmeldingen zijn. Jeugd en Wmo werken vanavond op papier. De uitkeringen lopen door. Of de grens op de goede plek ligt, weet niemand zeker.',
    moves: { data: 4, service: -4, recovery: -4 },
    references: [
      {
        kind: 'law',
        text: 'AVG artikel 33: een datalek met risico meldt u zonder onnodige vertraging.',
        source: 'AVG, artikel 33',
        checked: '2026-11-23',
      },
      {
        kind: 'guidance',
        text: 'De IBD is dag en nacht bereikbaar voor gemeenten. Zij adviseert; de gemeente blijft zelf aan zet.',
        source: 'https://www.informatiebeveiligingsdienst.nl/ibd-cert/',
      },
      {
        kind: 'case',
        text: 'In januari 2020 schakelden tientallen gemeenten hun thuiswerkomgeving uit.',
        source: 'Openbare berichtgeving',
      },
    ],
  },
}

const withNews = (count: number): ParticipantView => ({
  ...base,
  news: Object.fromEntries(Object.entries(news).slice(0, count)),
})
const play: ParticipantView = { ...withNews(4), picture, indicators: moved }
const deciding = (part: DecisionPart, more: Partial<ParticipantView> = {}): ParticipantView => ({
  ...play,
  ...more,
  decisions: { stekker: part },
})
const read = (count: number): Own => ({
  ...own,
  read: Object.fromEntries(
    Object.keys(news)
      .slice(0, count)
      .map((id) => [id, 1]),
  ),
})
const at = { tab: 'news', looking: 'stekker' }
const mayor = { role: { id: 'mayor', ...(roles.mayor as (typeof roles)[string]) } }
const statements = {
  's-call': { order: 0, text: 'Ik weet wie ik in het eerste uur bel.' },
  's-restore': { order: 1, text: 'Ik weet welke twee processen wij als eerste herstellen.' },
  's-ask': { order: 2, text: 'Ik durf te zeggen dat ik iets technisch niet begrijp.' },
}
const learned: Own = {
  ...own,
  lessons: {
    l2: { order: 2, kind: 'change', text: 'Nieuws dat alleen ik heb, meteen op tafel leggen.', shown: true },
    l4: { order: 4, kind: 'ask', text: 'Hoelang kan de balie zonder systemen?', shown: false },
  },
  stars: { l1: true },
}
const resolution = { text: 'Dinsdag drink ik koffie met onze CISO.' }
const answered: Own = {
  ...learned,
  resolution,
  answers: { 'after:s-call': 4, 'then:s-call': 2, 'after:s-restore': 3, 'then:s-restore': 3, 'after:s-ask': 5 },
  priority: { after: 2 },
}
const debrief: ParticipantView = {
  ...play,
  decisions: { stekker: effective },
  room: { ...base.room, status: 'debrief' },
  debrief: {
    questions: {
      q1: { order: 1, text: 'Waar was het spannend?' },
      q2: { order: 2, text: 'Wie wist iets dat de anderen niet wisten, en wanneer is het gedeeld?' },
    },
    resolution: 'Een kop koffie met de CISO: waar ligt u wakker van?',
    released: false,
    statements,
    lessons: {
      l1: { order: 1, kind: 'keep', text: 'Eerst iedereen laten zeggen wat hij weet, dan pas kiezen.' },
      l2: { order: 2, kind: 'change', text: 'Nieuws dat alleen ik heb, meteen op tafel leggen.' },
      l3: { order: 3, kind: 'ask', text: 'Wie bellen wij ’s nachts als eerste, en staat dat nummer op papier?' },
    },
    terms: { Logboek: 'Automatische lijst van wie wat deed op een systeem, en hoe laat.' },
  },
}
const heard = { given: 3, of: 4, clear: 3, credible: 1, missing: { 0: 'Hoe lang duurt dit?' }, released: false }
const spread = {
  given: 4,
  of: 4,
  may_release: true,
  released: false,
  waiting: false,
  answers: { mayor: { yes: 1 }, secretary: { partly: 1 }, ciso: { no: 1 }, dpo: { unknown: 1 } },
  others: {},
}
const others = { t2: { order: 2, name: 'Drogenbroek', answers: { mayor: { partly: 1 }, ciso: { partly: 1 } } } }
const cards: ParticipantView['picture'] = {
  p1: { order: 1, kind: 'fact', text: 'De balie ligt stil sinds 15.40 uur.', by: 'secretary', source: 'Burgerzaken' },
  k9: {
    order: 2,
    kind: 'assumption',
    text: 'Er logt iemand in als beheerder, en het logboek klopt niet.',
    by: 'ciso',
    source: 'Helpdesk ICT',
    inject: 'helpdesk',
  },
  k12: { order: 3, kind: 'assumption', text: 'Meld het de AP.', by: 'dpo', source: 'AP', inject: 'ap', stand_in: true },
}
const long = 'Gemeentesecretaris-directeur en plaatsvervangend crisiscommunicatieadviseur'

export const states: Record<string, Fixture> = {
  lobby: { view: { ...base, room: { ...base.room, status: 'lobby' } }, own },
  empty: { view: base, own },
  news: { view: deciding(decision), own: read(3) },
  feed: { view: { ...play, news }, own: read(0) },
  'feed-read': { view: { ...play, news }, own: read(8) },
  arriving: { view: withNews(2), later: withNews(3), own: read(2) },
  'reading-share': {
    view: deciding({ ...decision, state: 'picture' }),
    own: read(4),
    refuse: { ok: false, code: 'paused', message: 'Het spel staat stil. Wacht tot de gespreksleider het weer start.' },
  },
  picture: { view: deciding({ ...decision, state: 'picture' }), own: read(4), spot: { tab: 'picture' } },
  'picture-empty': { view: base, own, spot: { tab: 'picture' } },
  role: {
    view: {
      ...play,
      clocks: {
        avg: {
          order: 1,
          name: 'Melden bij de AP',
          law: 'AVG artikel 33: melden zonder onnodige vertraging, als het kan binnen 72 uur.',
          began: 960,
          due: 5280,
          state: 'running',
        },
        raad: {
          order: 2,
          name: 'De raad weet het van ons',
          law: 'Gemeentewet artikel 169.',
          began: 0,
          due: 500,
          state: 'lapsed',
          text: 'De raadsleden lezen het in de krant.',
        },
      },
    },
    own: read(4),
    spot: { tab: 'role' },
  },
  away: { view: deciding(decision), own: { ...read(4), away: true } },
  vote: { view: deciding(decision), own: read(4), spot: at },
  'vote-due': { view: deciding({ ...decision, due: 760_000, hard: true }), own: read(4), spot: at },
  'vote-late': { view: deciding(decision), own: read(4), spot: at, mute: true },
  voted: {
    view: deciding({ ...decision, cast: 3 }),
    own: {
      ...read(4),
      votes: { stekker: { round: 1, option: 'deel', at: now, confidence: 4, reason: 'De uitkeringen moeten door.' } },
    },
    spot: at,
  },
  closed: {
    view: deciding({ ...decision, state: 'closed', cast: 5 }),
    own: { ...read(4), votes: { stekker: { round: 1, option: 'deel', at: now } } },
    spot: at,
  },
  reveal: {
    view: deciding({ ...decision, state: 'closed', cast: 5 }),
    later: deciding(revealed),
    own: { ...read(4), votes: { stekker: { round: 1, option: 'alles-uit', at: now } } },
  },
  revealed: {
    view: deciding(revealed),
    own: { ...read(4), votes: { stekker: { round: 1, option: 'alles-uit', at: now } } },
    spot: at,
  },
  settle: { view: deciding({ ...revealed, may_settle: true }, mayor), own: read(4), spot: at },
  'settle-bar': { view: deciding({ ...revealed, may_settle: true }, mayor), own: read(4) },
  settled: { view: deciding(settled), own: read(4), spot: at },
  mark: { view: deciding({ ...settled, may_mark: true }), own: read(4), spot: at },
  marked: {
    view: deciding({ ...settled, may_mark: true, marks: { ...heard, released: true } }),
    own: { ...read(4), marks: { stekker: { clear: true, credible: false, missing: 'Hoe lang duurt dit?' } } },
    spot: at,
  },
  heard: { view: deciding({ ...settled, marks: heard }, mayor), own: read(4), spot: at },
  spread: {
    view: deciding({ ...effective, spread }, mayor),
    own: { ...read(4), practice: { stekker: 'yes' } },
    spot: at,
  },
  others: {
    view: deciding({ ...effective, spread: { ...spread, may_release: false, released: true, others } }),
    own: { ...read(4), practice: { stekker: 'no' } },
    spot: at,
  },
  cards: {
    view: { ...deciding({ ...decision, state: 'picture' }), picture: cards },
    own: read(4),
    spot: { tab: 'picture' },
  },
  grows: { view: { ...deciding({ ...decision, state: 'picture' }), picture: cards }, own: read(4), spot: at },
  effect: { view: deciding(effective), own: read(4), spot: at },
  'effect-bar': { view: deciding(effective), own: read(4) },
  pause: {
    view: { ...play, room: { ...base.room, status: 'paused', pause: { incident: false, until: now + 600_000 } } },
    own,
  },
  incident: { view: { ...play, room: { ...base.room, status: 'paused', pause: { incident: true } } }, own },
  debrief: { view: debrief, own: learned },
  'debrief-statement': { view: debrief, own: { ...own, resolution } },
  'debrief-priority': { view: debrief, own: { ...answered, priority: {} } },
  'debrief-grade': { view: debrief, own: answered },
  'debrief-done': { view: debrief, own: { ...answered, grade: { value: 8, quotable: false } } },
  before: { view: { ...base, room: { ...base.room, status: 'lobby' }, before: statements }, own },
  'before-priority': {
    view: { ...base, room: { ...base.room, status: 'lobby' }, before: statements },
    own: { ...own, answers: { 'before:s-call': 3, 'before:s-restore': 2, 'before:s-ask': 4 } },
  },
  'before-late': { view: { ...play, before: statements }, own },
  report: {
    view: { ...debrief, room: { ...debrief.room, released: true } },
    own: { ...own, resolution: { text: 'Een kop koffie met de CISO.' } },
  },
  over: {
    view: { ...debrief, room: { ...debrief.room, status: 'closed', released: true, erase_at: now + 30 * 86_400_000 } },
    own,
  },
  dark: { view: { ...play, lights: { since: 540_000, until: 780_000 } }, own: read(4) },
  ladder: {
    view: { ...play, ...mayor, ladder: LADDER },
    own: read(4),
    spot: { tab: 'role' },
  },
  lost: { view: deciding(decision), own: read(4), lost: true },
  removed: { view: base, own, bye: { code: 'removed', reconnect: false } },
  moved: { view: base, own, bye: { code: 'taken_over', reconnect: false } },
  unknown: { view: base, own, refused: { code: 'unknown_pass', message: 'We kennen dit apparaat hier niet.' } },
  watching: { view: deciding(decision), own: read(4) },
  long: {
    view: deciding(
      {
        ...decision,
        title: 'Incidentresponscommunicatieverantwoordelijkheid en burgerzakenbalieopeningstijden?',
        values: [long, long],
      },
      {
        role: { ...base.role, name: long, short: 'Secr.-dir.' },
        room: { ...base.room, municipality: 'Westerwolde-Oosterveenschermonnikoog aan den IJssel' },
      },
    ),
    own: { ...read(3), name: 'Maximiliaan-Christoffel van den Bergh tot Oosterhout' },
  },
}
