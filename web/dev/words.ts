/** Words of the fixtures: a Friday in Natte Meren. */

import type { NewsItem, PictureLine, RoleCard } from '../src/lib/wire'

const card = (decides: string[], may_not: string[], asks: string[]): RoleCard => ({ decides, may_not, asks })

export const roles: Record<string, { name: string; short: string; summary: string; card: RoleCard }> = {
  mayor: {
    name: 'Burgemeester',
    short: 'BM',
    summary: 'U leidt het crisisteam en legt uit waarom u doet wat u doet.',
    card: card(
      [
        'U zorgt voor de openbare orde en leidt het crisisteam van de gemeente.',
        'U legt verantwoording af aan de raad.',
      ],
      ['De wet geeft u geen aparte bevoegdheid voor een digitaal incident.'],
      ['Wat weten we zeker, wat nemen we aan en wat weten we niet?', 'Wie mist er aan deze tafel?'],
    ),
  },
  secretary: {
    name: 'Gemeentesecretaris',
    short: 'Secretaris',
    summary: 'U leidt de organisatie: mensen, geld en het werk dat door moet gaan.',
    card: card(
      ['U leidt de ambtelijke organisatie en verdeelt mensen en middelen.'],
      ['U spreekt niet politiek: dat doen de burgemeester en het college.'],
      ['Wie heeft hier vanavond last van, en hoe lang houden zij het vol?'],
    ),
  },
  ciso: {
    name: 'CISO',
    short: 'CISO',
    summary: 'U maakt het technische beeld en zegt eerlijk wat u nog niet weet.',
    card: card(
      [
        'U maakt het technische beeld en adviseert het crisisteam.',
        'U onderhoudt het contact met de IBD en met de onderzoekers.',
      ],
      [
        'U beslist niet alleen welke dienstverlening uitgaat: dat raakt inwoners.',
        'U belooft niet dat er geen gegevens weg zijn zolang u dat niet weet.',
      ],
      ['Hoe zeker zijn we, en waar komt dat vandaan?', 'Begrijpt iedereen aan tafel wat ik net zei?'],
    ),
  },
  dpo: {
    name: 'Functionaris gegevensbescherming',
    short: 'FG',
    summary: 'U adviseert in alle vrijheid over de gegevens van inwoners.',
    card: card(
      ['U adviseert en houdt toezicht, onafhankelijk.'],
      ['U besluit niet over doelen en middelen.'],
      ['Wiens gegevens zijn dit?'],
    ),
  },
  'public-safety': {
    name: 'Adviseur openbare orde en veiligheid',
    short: 'OOV',
    summary: 'U ziet wat er op straat gebeurt en houdt contact met de veiligheidsregio.',
    card: card(
      ['U adviseert over openbare orde en crisisbeheersing.'],
      ['U volgt geen personen stelselmatig op internet.'],
      ['Wat merkt een inwoner hier op straat van?'],
    ),
  },
}

const item = (order: number, fields: Partial<NewsItem> & Pick<NewsItem, 'channel' | 'sender' | 'body'>): NewsItem => ({
  order,
  at: order,
  private: false,
  ...fields,
})

export const news: Record<string, NewsItem> = {
  'storing-mail': item(1, {
    channel: 'mail',
    sender: 'Servicedesk ICT',
    subject: 'Trage systemen vanmiddag',
    game: 940,
    body: 'Beste collega’s, sinds tien over drie zijn veel programma’s traag. Sommige mensen kunnen niet inloggen. Gisteravond is een update geplaatst; misschien komt het daardoor.\n\nSla uw werk op. De balie werkt zolang op papier.',
  }),
  'ciso-inlog': item(2, {
    channel: 'phone',
    sender: 'Servicedesk ICT',
    game: 942,
    private: true,
    body: 'Servicedesk: Er logt iemand in als beheerder. Het account is van een collega die op vakantie is.\nU: Hoe vaak?\nServicedesk: Vier keer vanmiddag. Op servers waar zij nooit komt.\nU: Kan het een automatische taak zijn?\nServicedesk: Dat kan. Maar deze vind ik nergens terug.',
  }),
  'fg-jeugd': item(3, {
    channel: 'chat',
    sender: 'Functioneel beheerder Jeugd',
    game: 944,
    shared: { by: 'dpo', at: 1, stand_in: false },
    body: 'Beheerder Jeugd: U vroeg waar de jeugddossiers staan. In hetzelfde stuk netwerk als de servers die nu haperen.\nU: Om hoeveel kinderen gaat het?\nBeheerder Jeugd: 640. Met verslagen van artsen en van de politie.',
  }),
  'krant-balie': item(4, {
    channel: 'news',
    sender: 'De Merenbode',
    subject: 'Storing bij balie: ‘Kom maandag terug’',
    game: 948,
    body: 'Wie vanmiddag een paspoort kwam halen in Natte Meren, ging met lege handen naar huis. De computers in het gemeentehuis zijn traag en de telefoon valt weg. ‘Een storing’, zegt een medewerker.',
  }),
  'post-brug': item(5, {
    channel: 'social',
    sender: 'Jolanda uit de Kerkstraat',
    game: 955,
    counts: '214 reacties · 88 gedeeld',
    body: 'Sta al een half uur aan de balie met twee kinderen. Niemand weet iets. Klopt het dat de gemeente gehackt is?',
  }),
  'brief-raad': item(6, {
    channel: 'letter',
    sender: 'Fractie Merenbelang, gemeenteraad',
    subject: 'Schriftelijke vragen over de storing',
    game: 1085,
    body: 'Geacht college,\n\nOnze fractie hoort van inwoners dat er geen uitkeringen zijn betaald. Wij vragen u vandaag te antwoorden op twee vragen: wat weet u, en sinds wanneer?',
  }),
  'radio-avond': item(7, {
    channel: 'broadcast',
    sender: 'Omroep Lage Landen',
    subject: 'Natte Meren: ‘Nog geen aanwijzing voor een hack’',
    game: 1090,
    body: 'De gemeente zegt dat inwoners maandag weer terechtkunnen. Over de oorzaak wil een woordvoerder niets zeggen.',
  }),
  'briefje-printer': item(8, {
    channel: 'note',
    sender: 'Uit de printer op de tweede verdieping',
    game: 1095,
    body: 'UW BESTANDEN ZIJN VERSLEUTELD.\nU HEEFT 48 UUR.\n50 BTC. GEEN POLITIE.\n\nID 7F3A-NM-0091',
  }),
}

const line = (order: number, kind: PictureLine['kind'], text: string, by: string, more: Partial<PictureLine> = {}) => ({
  order,
  kind,
  text,
  by,
  ...more,
})

export const picture: Record<string, PictureLine> = {
  p1: line(1, 'fact', 'Vier aanmeldingen met het account van een collega op vakantie.', 'ciso', {
    source: 'Servicedesk',
  }),
  p2: line(2, 'fact', 'De jeugddossiers staan in hetzelfde deel van het netwerk.', 'dpo'),
  p3: line(3, 'assumption', 'Het komt door de update van gisteravond.', 'secretary', { struck: true }),
  p4: line(4, 'unknown', 'Zijn er al gegevens weg?', 'dpo'),
  p5: line(5, 'action', 'CISO belt de IBD, terugkoppeling om half vijf.', 'mayor'),
}
