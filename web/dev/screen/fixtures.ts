/** The states of the projector's screen, each as the views that the server would send, one after another. */

import type {
  IndicatorPart,
  NewsItem,
  ScreenDecision,
  ScreenQuestion,
  ScreenTeam,
  ScreenView,
} from '../../src/lib/wire'
import { roles, news as told } from '../words'

const now = Date.now()
const MINUTE = 60_000

const indicator = (
  order: number,
  name: string,
  icon: IndicatorPart['icon'],
  start: number,
  moves: Array<[number, string, number]> = [],
): IndicatorPart => ({
  order,
  name,
  icon,
  meaning: `Laag: inwoners merken het aan hun ${name.toLowerCase()}.`,
  start,
  value: start + moves.reduce((sum, [by]) => sum + by, 0),
  moves: Object.fromEntries(moves.map(([by, because, at], index) => [`${index + 10}`, { by, because, at }])),
})
const early = now - 9 * MINUTE
const late = now - 2000
const chose = 'Stekker eruit? Alleen dit deel afsluiten.'
const indicators = (turn = 0): Record<string, IndicatorPart> => ({
  trust: indicator(1, 'Vertrouwen', 'handshake', 62 + turn, [[-3, 'De Merenbode: Storing bij balie', early]]),
  service: indicator(2, 'Dienstverlening', 'building', 68 - turn, [
    [-9, 'De storing legt de balie stil.', early],
    [-4, chose, late],
  ]),
  data: indicator(3, 'Gegevens', 'database', 66 + turn, [[4, chose, late]]),
  order: indicator(4, 'Openbare orde', 'shield', 72 - turn),
  money: indicator(5, 'Financiën', 'coins', 60 + turn),
  recovery: indicator(6, 'Herstel', 'wrench', 58 - turn, [[-4, chose, late]]),
})

const taken = { mayor: 1, secretary: 1, ciso: 1, dpo: 1, 'public-safety': 1 }
const NAMES = [
  'Natte Meren',
  'Drogenbroek',
  'Westerzijl',
  'Oostdam',
  'Lage Veld',
  'Hoge Polder',
  'Zuiderwaard',
  'Noordhaven',
]
const teams = (count: number, chairs: (index: number) => Record<string, number> = () => taken) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `t${index + 1}`,
      {
        order: index + 1,
        name: count > 8 ? `Tafel ${index + 1}` : (NAMES[index] ?? ''),
        chairs: chairs(index),
        picture: { fact: 3 - (index % 2), assumption: 2, unknown: index % 3 },
        indicators: count > 8 ? {} : indicators(index % 5),
      },
    ]),
  )

const base: ScreenView = {
  room: {
    code: 'K7MP3XQ9',
    title: 'Natte Meren: de lange vrijdag',
    municipality: 'Natte Meren',
    scenario: 'natte-meren',
    language: 'nl',
    status: 'running',
    door: true,
    named: false,
    rehearsal: false,
    released: false,
    clock: {
      base: 600_000,
      since: now,
      minutes: 120,
      phase_session: 590_000,
      game: { minute: 940, session: 590_000, pace: 3, first_weekday: 'fri' },
    },
    phase: { id: 'ronde-1', kind: 'round', title: 'Ronde 1: een storing?', order: 3, of: 8 },
  },
  roles: Object.fromEntries(
    Object.entries(roles).map(([id, { name, short, summary }], order) => [id, { order, name, short, summary }]),
  ),
  teams: teams(1),
  news: {},
  decisions: {},
  showing: 'auto',
}
const room = (more: Partial<ScreenView['room']>, view: ScreenView = base): ScreenView => ({
  ...view,
  room: { ...view.room, ...more },
})
const phase = (kind: NonNullable<ScreenView['room']['phase']>['kind'], title: string): ScreenView => {
  const { game: _, ...clock } = base.room.clock
  return room({ phase: { id: kind, kind, title, order: 1, of: 8 }, clock })
}

const open = Object.fromEntries(
  Object.entries(told)
    .filter(([, item]) => !item.private && item.shared === undefined)
    .map(([id, item]) => [id, { ...item, at: now - (20 - item.order) * 10_000, game: item.game ?? 950 }]),
) as Record<string, NewsItem>
const newsOf = (...ids: string[]): Record<string, NewsItem> =>
  Object.fromEntries(ids.flatMap((id) => (open[id] === undefined ? [] : [[id, open[id]]])))
const upTo = (id: string): Record<string, NewsItem> => {
  const keys = Object.keys(open)
  return newsOf(...keys.slice(0, keys.indexOf(id) + 1))
}

const question: ScreenQuestion = {
  order: 1,
  kind: 'main',
  anchor: true,
  title: 'Stekker eruit?',
  question: 'Sluit u het netwerk van de gemeente nu af, en zo ja hoe ver?',
  context:
    'Er zijn vreemde aanmeldingen met een beheerdersaccount. Om 18.00 uur lopen de uitkeringen. Wat u afsluit, is niet zo weer aan.',
  options: {
    alles: { order: 1, label: 'Alles van het net', detail: 'Alles stopt. Ook de uitkeringen en de telefoon.' },
    deel: { order: 2, label: 'Alleen dit deel afsluiten', detail: 'Jeugd en Wmo gaan op papier. De rest werkt door.' },
    kijken: { order: 3, label: 'Twaalf uur meekijken', detail: 'U ziet wat er gebeurt, en loopt risico.' },
    later: { order: 4, label: 'Eerst uitbetalen, dan eraf', detail: 'Om 18.30 uur gaat alles uit.' },
  },
  teams: {},
}
const asked = (parts: ScreenDecision[], more: Partial<ScreenQuestion> = {}, view: ScreenView = base): ScreenView => ({
  ...view,
  teams: teams(parts.length),
  decisions: {
    stekker: { ...question, ...more, teams: Object.fromEntries(parts.map((part, index) => [`t${index + 1}`, part])) },
  },
})
const counts = (alles: number, deel: number, kijken = 0, later = 0) => ({ alles, deel, kijken, later })
const cast = (state: ScreenDecision['state'], more: Partial<ScreenDecision> = {}): ScreenDecision => ({
  state,
  cast: 4,
  of: 5,
  ...more,
})
const revealed = cast('revealed', { cast: 5, counts: counts(2, 3) })
const settled = cast('settled', { cast: 5, counts: counts(2, 3), option: 'deel', role: 'mayor', way: 'role' })
const effective: ScreenDecision = {
  ...settled,
  state: 'effective',
  consequence:
    'Systeembeheer sluit het deel af waar de vreemde aanmeldingen zijn. Jeugd en Wmo werken vanavond op papier. De uitkeringen lopen door. Of de grens op de goede plek ligt, weet niemand zeker.',
  at: late,
  moves: { data: 4, service: -4, recovery: -4 },
  moved: { data: '10', service: '11', recovery: '10' },
}
const other: ScreenDecision = {
  ...effective,
  option: 'alles',
  counts: counts(3, 0),
  consequence:
    'Om kwart over vier is alles uit. De telefoon zwijgt. De uitkeringen gaan niet door; maandag staat er een rij voor het gemeentehuis.',
  moves: { data: 8, service: -14, trust: -6 },
}
const eight: ScreenDecision[] = [
  cast('open', { cast: 5 }),
  cast('open', { cast: 3, of: 4 }),
  cast('closed', { cast: 5 }),
  cast('picture', { cast: 0 }),
  cast('open', { cast: 1, of: 6 }),
  cast('open', { cast: 2, of: 3 }),
  cast('revealed'),
  cast('open', { cast: 0, of: 5 }),
]
const spread = [
  counts(2, 3),
  counts(4, 0, 1),
  counts(1, 1, 1),
  counts(0, 5),
  counts(2, 2, 0, 2),
  counts(0, 0, 3),
  counts(1, 4),
  counts(3, 1, 0, 1),
]
const eightOf = (state: ScreenDecision['state'], more: Partial<ScreenDecision> = {}) =>
  spread.map((each, index) => cast(state, { cast: 5, ...(index === 5 ? {} : { counts: each }), ...more }))
const ways: Array<Partial<ScreenDecision>> = [
  { option: 'deel', role: 'mayor', way: 'role' },
  { option: 'alles', role: 'mayor', way: 'word' },
  { option: 'deel', way: 'empty_chair' },
  { option: 'deel', role: 'secretary', way: 'role' },
  { option: 'alles', way: 'overrule' },
  { option: 'kijken', role: 'mayor', way: 'role' },
  { option: 'deel', role: 'mayor', way: 'tie' },
  { option: 'later', way: 'majority' },
]
const hall = (
  state: ScreenDecision['state'],
  more: (index: number) => Partial<ScreenDecision> = () => ({}),
  tables = 24,
) => Array.from({ length: tables }, (_, index) => cast(state, { cast: index % 5, of: 5, ...more(index) }))

const counted = (index: number): Partial<ScreenDecision> => ({ cast: 5, counts: spread[index % 8] ?? {} })
const both = (index: number): Partial<ScreenDecision> => ({ ...counted(index), ...ways[index % 8] })

const debriefed = {
  questions: {
    gevoel: { order: 0, text: 'Wat voelde u, en op welk moment was het het spannendst?' },
    beeld: { order: 1, text: 'Wat was ons beeld? Wie had feiten die een ander miste, en wanneer kwamen die op tafel?' },
    oordeel: { order: 2, text: 'Welke afweging hebben we overgeslagen, en welk scenario hebben we niet bekeken?' },
    besluit: {
      order: 3,
      text: 'Was bij elk besluit duidelijk wie het uitvoert, wanneer, en of we controleerden wat het deed?',
    },
    uitleg: { order: 4, text: 'Kunnen we onze keuzes uitleggen aan een inwoner, aan de raad en aan de AP?' },
    meenemen: { order: 5, text: 'Wat houden we zo, wat doen we anders, en wat moeten we nog vragen?' },
    zaterdag: { order: 6, text: 'Wie belt u zaterdagavond om elf uur als eerste, en staat dat nummer op papier?' },
  },
  resolution: 'Een kop koffie met de CISO: waar ligt u wakker van?',
  released: false,
  statements: {},
  terms: {},
  lessons: {},
}
const learned = {
  l1: { order: 1, kind: 'keep' as const, text: 'Eerst iedereen laten zeggen wat hij weet, dan pas kiezen.', stars: 4 },
  l2: { order: 2, kind: 'change' as const, text: 'Nieuws dat alleen ik heb, meteen op tafel leggen.', stars: 5 },
  l3: { order: 3, kind: 'change' as const, text: 'Minder afkortingen, en er gelijk naar vragen.', stars: 2 },
  l4: { order: 4, kind: 'ask' as const, text: 'Wie bellen wij ’s nachts als eerste?', stars: 1 },
  l5: { order: 5, kind: 'ask' as const, text: 'Hoelang kan de balie zonder systemen?', stars: 0 },
}
const asking = (order: number, text: string) => ({
  order,
  text,
  before: [1, 2, 1, 1, 0],
  hindsight: [2, 2, 1, 0, 0],
  after: [0, 0, 1, 3, 1],
})
const measures = {
  statements: {
    bel: asking(0, 'Ik weet wie ik in het eerste uur bel.'),
    processen: asking(1, 'Ik weet welke twee processen wij als eerste herstellen.'),
    vragen: { ...asking(2, 'Ik durf te zeggen dat ik iets technisch niet begrijp.'), hindsight: [] },
  },
  places: { before: [0, 1, 0, 2, 0, 2], after: [1, 2, 2, 0, 0, 0] },
}
const LONG =
  'Incidentresponscommunicatieverantwoordelijkheid en burgerzakenbalieopeningstijden voor de hele veiligheidsregio'
const SENTENCE =
  'De gemeentesecretaris vraagt of de uitkeringen vanavond nog door kunnen gaan als een deel van het netwerk dicht is, en wie dat dan uitlegt aan de mensen die maandag voor een dichte balie staan. '
const longNews: NewsItem = {
  order: 30,
  at: now,
  private: false,
  channel: 'letter',
  sender: 'Veiligheidsregio Westerwolde-Oosterveenschermonnikoog, afdeling Crisisbeheersing',
  subject: `Schriftelijke vragen over ${LONG}`,
  game: 950,
  body: Array.from({ length: 4 }, () => SENTENCE + SENTENCE).join('\n\n'),
}
const landed = (count: number): Record<string, NewsItem> =>
  Object.fromEntries(
    Object.entries(open)
      .slice(0, count)
      .map(([id, item], index) => [
        id,
        {
          ...item,
          private: false,
          shared: { by: ['ciso', 'secretary', 'dpo'][index] ?? 'ciso', at: now + index, stand_in: false },
        },
      ]),
  )
const longOptions = Object.fromEntries(
  ['a', 'b', 'c', 'd'].map((id, order) => [
    id,
    { order, label: `Optie ${id.toUpperCase()}: ${LONG}`, detail: SENTENCE },
  ]),
)

export const states: Record<string, ScreenView[]> = {
  lobby: [room({ status: 'lobby' }, { ...base, teams: teams(1, () => ({ mayor: 1, ciso: 1, secretary: 2 })) })],
  'lobby-empty': [room({ status: 'prepared', door: false }, { ...base, teams: teams(1, () => ({})) })],
  'lobby-two': [
    room({ status: 'lobby' }, { ...base, teams: teams(2, (index) => (index ? { mayor: 1, ciso: 1 } : taken)) }),
  ],
  'lobby-eight': [
    room({ status: 'lobby' }, { ...base, teams: teams(8, (index) => (index % 3 ? { mayor: 1, ciso: 1 } : taken)) }),
  ],
  'lobby-hall': [
    room({ status: 'lobby' }, { ...base, teams: teams(40, (index) => (index % 3 ? { mayor: 1, ciso: 1 } : taken)) }),
  ],
  welcome: [phase('welcome', 'Welkom')],
  roles: [phase('roles', 'Uw stoel')],
  breath: [phase('breath', 'Even ademhalen')],
  round: [base],
  news: [{ ...base, news: upTo('krant-balie') }],
  mail: [{ ...base, news: newsOf('storing-mail') }],
  social: [{ ...base, news: upTo('post-brug') }],
  letter: [{ ...base, news: upTo('brief-raad') }],
  radio: [{ ...base, news: upTo('radio-avond') }],
  note: [{ ...base, news: open }],
  arriving: [
    { ...base, news: upTo('krant-balie') },
    { ...base, news: upTo('post-brug') },
  ],
  picture: [asked([cast('picture', { cast: 0 })])],
  'picture-empty': [
    asked(
      [cast('picture', { cast: 0 })],
      {},
      { ...base, teams: { t1: { ...(base.teams.t1 as ScreenTeam), picture: {} } } },
    ),
  ],
  'picture-cards': [
    asked([cast('picture', { cast: 0 })], {}, { ...base, news: landed(1) }),
    asked([cast('picture', { cast: 0 })], {}, { ...base, news: landed(3) }),
  ],
  'picture-two': [asked([cast('picture', { cast: 0 }), cast('picture', { cast: 0, of: 3 })])],
  'picture-eight': [asked(eight.map((part) => ({ ...part, state: 'picture' as const, cast: 0 })))],
  open: [asked([cast('open', { due: 1_370_000 })])],
  'open-two': [asked([cast('open'), cast('picture', { cast: 0, of: 3 })])],
  'open-eight': [asked(eight)],
  'open-hall': [asked(hall('open'))],
  'open-quick': [
    asked([cast('open')], {
      kind: 'quick',
      title: 'Wie bellen we eerst?',
      context: 'U kunt maar één telefoontje tegelijk doen.',
      question: 'Wie belt u als eerste?',
      options: {
        ibd: { order: 1, label: 'De IBD' },
        politie: { order: 2, label: 'De politie' },
        regio: { order: 3, label: 'De veiligheidsregio' },
      },
    }),
  ],
  closed: [asked([cast('closed', { cast: 5 })])],
  reveal: [asked([cast('closed', { cast: 5 })]), asked([revealed]), asked([revealed])],
  revealed: [asked([revealed])],
  settled: [asked([settled])],
  few: [asked([cast('revealed', { cast: 2, of: 2 })])],
  'few-settled': [asked([cast('settled', { cast: 2, of: 2, option: 'deel', role: 'mayor', way: 'word' })])],
  'revealed-apart': [asked([cast('revealed'), cast('settled', { of: 3, cast: 3 })])],
  'revealed-two': [asked([revealed, cast('revealed', { cast: 3, of: 3, counts: counts(3, 0) })])],
  'settled-two': [asked([settled, cast('settled', { ...other, state: 'settled' })])],
  'revealed-three': [asked([revealed, cast('revealed', { counts: counts(3, 0, 1) }), cast('revealed', { cast: 2 })])],
  'revealed-eight': [asked(eightOf('revealed'))],
  'settled-eight': [asked(eightOf('settled').map((part, index) => ({ ...part, ...ways[index] })))],
  'revealed-hall': [asked(hall('revealed', (index) => ({ counts: spread[index % 8] ?? {} })))],
  'settled-hall': [asked(hall('settled', (index) => ({ counts: spread[index % 8] ?? {}, ...ways[index % 8] })))],
  'revealed-ten': [asked(hall('closed', undefined, 10)), asked(hall('revealed', counted, 10))],
  'settled-ten': [asked(hall('revealed', counted, 10)), asked(hall('settled', both, 10))],
  'revealed-sixty': [asked(hall('closed', undefined, 60)), asked(hall('revealed', counted, 60))],
  'settled-sixty': [asked(hall('revealed', counted, 60)), asked(hall('settled', both, 60))],
  'effect-sixty': [
    asked(hall('settled', both, 60)),
    asked(
      hall('effective', (index) => ways[index % 8] ?? {}, 60),
      { effects: { deel: { at: now, consequence: effective.consequence ?? '', moves: effective.moves ?? {} } } },
      { ...base, averages: indicators() },
    ),
  ],
  effect: [asked([settled]), asked([effective])],
  'effect-two': [asked([effective, other])],
  'effect-eight': [asked([effective, other, effective, effective, other, other, effective, effective])],
  statement: [
    {
      ...asked([{ ...settled, statement: 'We sluiten dit deel af. Wie vanavond geld nodig heeft, krijgt het.' }]),
      showing: 'statement:t1:stekker',
    },
  ],
  'settled-told': [
    asked([{ ...settled, statement: 'We sluiten dit deel af. Wie vanavond geld nodig heeft, krijgt het.' }]),
  ],
  inject: [{ ...base, news: upTo('radio-avond'), showing: 'inject:krant-balie' }],
  indicators: [{ ...base, showing: 'indicators' }],
  'indicators-two': [{ ...base, teams: teams(2), showing: 'indicators' }],
  'indicators-eight': [{ ...base, teams: teams(8), showing: 'indicators' }],
  'indicators-hall': [{ ...base, teams: teams(24), averages: indicators(), showing: 'indicators' }],
  code: [{ ...base, showing: 'code' }],
  'code-closed': [{ ...room({ door: false }), showing: 'code' }],
  blank: [{ ...base, showing: 'blank' }],
  paused: [room({ status: 'paused', pause: { incident: false, until: now + 9 * MINUTE } })],
  'paused-open': [room({ status: 'paused', pause: { incident: false } })],
  incident: [room({ status: 'paused', pause: { incident: true } })],
  debrief: [{ ...phase('debrief', 'Nabespreken'), debrief: debriefed }],
  lessons: [{ ...phase('debrief', 'Nabespreken'), showing: 'lessons', debrief: { ...debriefed, lessons: learned } }],
  measures: [{ ...phase('debrief', 'Nabespreken'), showing: 'measures', debrief: debriefed, measures }],
  close: [{ ...phase('close', 'Voornemen en slot'), debrief: debriefed }],
  over: [room({ status: 'closed', released: true, erase_at: now + 30 * 86_400_000 }, { ...base, debrief: debriefed })],
  pressure: [
    {
      ...base,
      teams: {
        t1: {
          ...(teams(1).t1 as ScreenTeam),
          rung: { name: 'Veiligheidsregio: GRIP 3', order: 3, of: 3 },
          lights: { since: 540_000, until: 780_000 },
        },
      },
      news: upTo('krant-balie'),
    },
  ],
  team: [{ ...base, team: 't1', teams: teams(2), news: upTo('krant-balie') }],
  rehearsal: [room({ rehearsal: true }, { ...base, news: upTo('krant-balie') })],
  'long-news': [{ ...base, news: { ...upTo('radio-avond'), long: longNews } }],
  'long-open': [
    asked([cast('open', { due: 1_370_000 })], {
      title: LONG,
      question: SENTENCE,
      context: SENTENCE + SENTENCE,
      options: longOptions,
    }),
  ],
  'long-settled': [
    asked(
      [
        cast('settled', {
          counts: { a: 2, b: 3, c: 0, d: 0 },
          option: 'b',
          role: 'public-safety',
          way: 'role',
          statement: SENTENCE,
        }),
      ],
      {
        title: LONG,
        question: SENTENCE,
        options: longOptions,
      },
    ),
  ],
  'long-statement': [
    { ...asked([{ ...settled, statement: SENTENCE + SENTENCE + SENTENCE }]), showing: 'statement:t1:stekker' },
  ],
  many: [asked([cast('revealed', { cast: 12, of: 12, counts: counts(4, 6, 1, 1) })])],
}
