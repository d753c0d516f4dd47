/** The words of the fixtures: one round of a crisis, short. */

import type { DecisionScript, DeskView, Letter, SheetPhase, SheetStep } from '../../src/lib/wire'

export const ROLES: DeskView['roles'] = {
  mayor: { order: 0, name: 'Burgemeester', short: 'Burgemeester', summary: 'Leidt het team en besluit.' },
  ciso: { order: 1, name: 'CISO', short: 'CISO', summary: 'Kent de systemen en de risico’s.' },
  secretary: { order: 2, name: 'Gemeentesecretaris', short: 'Secretaris', summary: 'Houdt de organisatie draaiend.' },
  dpo: { order: 3, name: 'Functionaris gegevensbescherming', short: 'FG', summary: 'Waakt over persoonsgegevens.' },
  public_safety: { order: 4, name: 'Adviseur openbare orde en veiligheid', short: 'OOV', summary: 'Kent de crisis.' },
}

const letter = (rest: Partial<Letter> & Pick<Letter, 'channel' | 'sender' | 'body'>): Letter => ({
  to: [],
  optional: false,
  ...rest,
})

export const LETTERS: Record<string, Letter> = {
  servicedesk: letter({
    channel: 'phone',
    sender: 'Servicedesk ICT',
    body: 'Servicedesk: Er logt iemand in als beheerder. Het account is van een collega die op vakantie is.\nU: Hoe vaak?\nServicedesk: Vier keer vanmiddag.',
    to: ['ciso'],
    game: 942,
    facilitator: 'Het belangrijkste feit van deze ronde. Wacht af of de CISO het zelf vertelt.',
  }),
  krant: letter({
    channel: 'news',
    sender: 'De Merenbode',
    subject: 'De Merenbode: storing',
    body: 'Wie vanmiddag een paspoort kwam halen in Natte Meren, ging met lege handen naar huis.',
    game: 955,
  }),
  printers: letter({
    channel: 'note',
    sender: 'Balie',
    subject: 'Printers drukken briefje af',
    body: 'UW BESTANDEN ZIJN VERSLEUTELD',
    game: 1050,
    condition: 'niet (‘Alleen dit deel afsluiten’ gekozen bij ‘Stekker eruit?’)',
  }),
  raad: letter({
    channel: 'chat',
    sender: 'Raadsgriffier',
    body: 'Raadsleden vragen of er een hack is. Wat mag ik zeggen?',
    to: ['mayor', 'secretary'],
    game: 1065,
    optional: true,
  }),
}

export const SCRIPTS: Record<string, DecisionScript> = {
  stekker: {
    minutes: 18,
    talk: 10,
    talking_points: [
      'Wat weet u zeker, en wat neemt u aan?',
      'Wie merkt het eerst dat u dit afsluit?',
      'Wie zou u nu bellen, en staat dat nummer op papier?',
    ],
    consequences: {
      a: 'Om 16.30 uur ligt alles plat. De uitkeringen gaan vanavond niet de deur uit.',
      b: 'Het segment is los. De jeugddossiers zijn veilig, de camera’s vallen uit.',
      c: 'Twaalf uur later weet u meer, en de indringer ook.',
      d: 'Het betaalbestand gaat om 18.00 uur weg. De indringer heeft twee uur extra.',
    },
    references: [
      {
        kind: 'guidance',
        text: 'Koppel los in plaats van uitzetten: sporen blijven bewaard.',
        source: 'NCSC, Handreiking',
      },
    ],
  },
  bellen: { minutes: 4, talk: 2, talking_points: ['Wie belt u als eerste?'], consequences: {}, references: [] },
}

const step = (
  order: number,
  kind: SheetStep['kind'],
  thing: string,
  title: string,
  rest: Partial<SheetStep>,
): SheetStep => ({
  order,
  kind,
  thing,
  title,
  at: 0,
  minutes: 0,
  optional: false,
  ...rest,
})

const phase = (order: number, kind: SheetPhase['kind'], title: string, minutes: number): SheetPhase => ({
  order,
  kind,
  title,
  minutes,
  took: 0,
  talk: 0,
  goal: '',
  say: [],
  state: 'later',
  steps: {},
})

export const SHEET: Record<string, SheetPhase> = {
  welkom: {
    ...phase(0, 'welcome', 'Welkom', 8),
    state: 'done',
    goal: 'Iedereen zit, is verbonden en durft straks hardop te twijfelen.',
    say: [
      'Welkom. De komende twee uur bent u de leiding van Natte Meren: 35.000 inwoners, één gemeentehuis, en misschien een probleem.',
      'Dit is een oefening. Gebeurt er echt iets, zeg dan ‘echt incident’ en we stoppen meteen.',
      'Er is geen goed antwoord en er is geen score. Het gaat om het gesprek.',
    ],
  },
  rollen: { ...phase(1, 'roles', 'Uw stoel', 7), state: 'done' },
  'ronde-1': {
    ...phase(2, 'round', 'Ronde 1: een storing?', 26),
    state: 'now',
    began: 18 * 60_000,
    goal: 'Het team maakt samen één beeld en besluit voordat zeker is wat er speelt.',
    say: [
      'Het is vrijdag, twintig voor vier. Buiten wordt het al donker. Lees uw berichten; sommige ziet u alleen.',
      'Vertel elkaar wat u weet. Zeg erbij: dit weet ik zeker, of: dit vermoed ik.',
    ],
    steps: {
      'inject:servicedesk': step(0, 'inject', 'servicedesk', 'Servicedesk belt CISO', { at: 0.5 }),
      'inject:krant': step(1, 'inject', 'krant', 'De Merenbode: storing', { at: 3 }),
      'decision:stekker': step(2, 'decision', 'stekker', 'Stekker eruit?', { at: 4, minutes: 18 }),
      'inject:printers': step(3, 'inject', 'printers', 'Printers drukken briefje af', {
        at: 21,
        condition: 'niet (‘Alleen dit deel afsluiten’ gekozen bij ‘Stekker eruit?’)',
      }),
      'inject:raad': step(4, 'inject', 'raad', 'Chat: Raadsgriffier', { at: 22, optional: true }),
      'decision:bellen': step(5, 'decision', 'bellen', 'Wie bellen we eerst?', { at: 22, minutes: 4, optional: true }),
    },
  },
  adem: { ...phase(3, 'breath', 'Adem', 8) },
  'ronde-2': { ...phase(4, 'round', 'Ronde 2: het briefje', 24) },
  'ronde-3': { ...phase(5, 'round', 'Ronde 3: de straat', 24) },
  nabespreking: {
    ...phase(6, 'debrief', 'Nabespreking', 18),
    goal: 'Wat nemen we mee naar huis?',
    say: ['Leg de telefoon neer. We praten nu over wat we zagen, niet over wie het deed.'],
  },
  slot: phase(7, 'close', 'Slot', 5),
}
