import { describe, expect, it } from 'vitest'
import type { NewsItem, ScreenDecision, ScreenQuestion, ScreenView } from '../../lib/wire'
import { currentDecision, effectiveAt, newsOfPhase, sceneOf, stageOf } from './scene'

const NOW = 1_000_000

const part = (state: ScreenDecision['state'], more: Partial<ScreenDecision> = {}): ScreenDecision => ({
  state,
  cast: 0,
  of: 5,
  ...more,
})
const question = (order: number, ...parts: ScreenDecision[]): ScreenQuestion => ({
  order,
  kind: 'main',
  anchor: true,
  title: `Vraag ${order}`,
  question: '',
  context: '',
  options: {},
  teams: Object.fromEntries(parts.map((one, index) => [`t${index + 1}`, one])),
})
const item = (order: number, more: Partial<NewsItem> = {}): NewsItem => ({
  order,
  at: NOW - 50_000 + order,
  channel: 'mail',
  sender: 'Servicedesk',
  body: 'Tekst',
  private: false,
  ...more,
})
const view = (more: Partial<ScreenView> = {}, room: Partial<ScreenView['room']> = {}): ScreenView => ({
  room: {
    code: 'K7MP3XQ9',
    title: 'Titel',
    municipality: 'Natte Meren',
    scenario: 'natte-meren',
    language: 'nl',
    status: 'running',
    door: true,
    named: false,
    rehearsal: false,
    released: false,
    clock: {
      base: 0,
      since: NOW - 100_000,
      minutes: 120,
      phase_session: 40_000,
      game: { minute: 940, session: 40_000, pace: 3, first_weekday: 'fri' },
    },
    phase: { id: 'ronde-1', kind: 'round', title: 'Ronde 1', order: 3, of: 8 },
    ...room,
  },
  roles: {},
  teams: {},
  news: {},
  decisions: {},
  showing: 'auto',
  ...more,
})

describe('where a decision is', () => {
  it.each([
    [['planned'], undefined],
    [['picture'], 'picture'],
    [['open'], 'open'],
    [['open', 'picture'], 'open'],
    [['settled', 'open'], 'open'],
    [['closed', 'revealed'], 'closed'],
    [['revealed', 'settled'], 'revealed'],
    [['settled', 'effective'], 'settled'],
    [['effective', 'skipped'], 'effective'],
    [['skipped', 'skipped'], 'over'],
    [['picture', 'planned'], 'picture'],
  ] as const)('%j is %s', (states, stage) => {
    expect(stageOf(question(1, ...states.map((state) => part(state))))).toBe(stage)
  })

  it('is the last one that is under way', () => {
    const decisions = {
      a: question(1, part('revealed')),
      b: question(2, part('open')),
      c: question(3, part('planned')),
    }
    expect(currentDecision(view({ decisions }))).toBe('b')
  })
})

describe('the picture', () => {
  const kind = (...given: Parameters<typeof view>) => sceneOf(view(...given), NOW).kind

  it('puts a real incident before everything, also before the curtain', () => {
    expect(kind({ showing: 'blank' }, { status: 'paused', pause: { incident: true } })).toBe('incident')
  })
  it('lets the curtain and the code go before the state of the room', () => {
    expect(kind({ showing: 'blank' }, { status: 'lobby' })).toBe('blank')
    expect(kind({ showing: 'code' }, { status: 'paused', pause: { incident: false } })).toBe('code')
  })
  it('shows the pause whatever was asked for before it', () => {
    expect(kind({ showing: 'indicators' }, { status: 'paused', pause: { incident: false } })).toBe('paused')
  })
  it.each([
    ['prepared', 'lobby'],
    ['lobby', 'lobby'],
    ['running', 'card'],
    ['debrief', 'questions'],
    ['closed', 'over'],
  ] as const)('of a room that is %s is %s', (status, scene) => {
    expect(kind({}, { status })).toBe(scene)
  })
  it('follows the phase of the talk afterwards', () => {
    expect(kind({}, { phase: { id: 'x', kind: 'debrief', title: '', order: 1, of: 1 } })).toBe('questions')
    const close = { id: 'x', kind: 'close', title: '', order: 1, of: 1 } as const
    expect(kind({}, { phase: close })).toBe('close')
    expect(kind({}, { phase: close, status: 'debrief' })).toBe('close')
  })
  it('is the step that the facilitator brought, and its lessons once there are any', () => {
    const steps = { a: { order: 0, facts: 'matrix' }, b: { order: 1, facts: 'lessons' } } as const
    const shown = (step: string, lessons = {}) =>
      kind(
        {
          conversation: { steps, step, ends: 0, page: 0, let: false },
          debrief: { lessons } as NonNullable<ScreenView['debrief']>,
        },
        { status: 'debrief' },
      )
    expect(shown('a', { l: {} })).toBe('talk')
    expect(shown('b')).toBe('talk')
    expect(shown('b', { l: {} })).toBe('lessons')
  })
  it('asks for what can be shown only', () => {
    expect(kind({ showing: 'inject:secret' })).toBe('card')
    expect(kind({ showing: 'inject:a', news: { a: item(1, { game: 900 }) } })).toBe('inject')
    const told = { stekker: question(1, part('settled', { statement: 'Omdat.' })) }
    expect(sceneOf(view({ showing: 'statement:t1:stekker', decisions: told }), NOW)).toEqual({
      kind: 'statement',
      team: 't1',
      decision: 'stekker',
    })
    const untold = { stekker: question(1, part('settled')) }
    expect(kind({ showing: 'statement:t1:stekker', decisions: untold })).toBe('decision')
  })
  it('shows the newest news of this phase, not of the one before', () => {
    const news = { old: item(1, { game: 930 }), a: item(2, { game: 941 }), b: item(3, { game: 945 }) }
    expect(sceneOf(view({ news }), NOW)).toEqual({ kind: 'news', inject: 'b' })
    expect(kind({ news: { old: news.old } })).toBe('card')
  })
  it('takes news without a story time by when it came', () => {
    const news = { early: item(1, { at: NOW - 70_000 }), late: item(2, { at: NOW - 10_000 }) }
    expect(newsOfPhase(view({ news }), NOW).map(([id]) => id)).toEqual(['late'])
  })
})

describe('an effect', () => {
  const done = (at: number, order = 1) =>
    question(order, part('effective', { at, option: 'a', consequence: 'Zo.', moves: { trust: -4 } }))

  it('stands until there is newer news', () => {
    const at = NOW - 20_000
    expect(sceneOf(view({ decisions: { stekker: done(at) } }), NOW).kind).toBe('effect')
    const news = { a: item(1, { game: 950, at: at + 5000 }) }
    expect(sceneOf(view({ decisions: { stekker: done(at) }, news }), NOW).kind).toBe('news')
  })
  it('belongs to its own phase', () => {
    expect(sceneOf(view({ decisions: { stekker: done(NOW - 70_000) } }), NOW).kind).toBe('card')
  })
  it('shows when it moved nothing too', () => {
    const still = { stekker: question(1, part('effective', { at: NOW - 1000, consequence: 'Niets.' })) }
    expect(sceneOf(view({ decisions: still }), NOW).kind).toBe('effect')
  })
  it('is that of the decision that took effect last, whatever else moved as far', () => {
    const decisions = { stekker: done(NOW - 30_000), bellen: done(NOW - 10_000, 2), melden: done(NOW - 90_000, 3) }
    expect(sceneOf(view({ decisions }), NOW)).toEqual({ kind: 'effect', decision: 'bellen' })
  })
  it('is as late as the last table', () => {
    const apart = question(
      1,
      part('effective', { at: NOW - 70_000, consequence: 'Zo.' }),
      part('effective', { at: NOW - 20_000, consequence: 'Zo.' }),
    )
    expect(effectiveAt(apart)).toBe(NOW - 20_000)
    const effects = { a: { at: NOW - 5000, consequence: 'Zo.', moves: {} } }
    expect(effectiveAt({ ...question(1, part('effective')), effects })).toBe(NOW - 5000)
  })
  it('gives way to the next decision', () => {
    const decisions = { stekker: done(NOW - 1000), next: question(2, part('open')) }
    expect(sceneOf(view({ decisions }), NOW)).toEqual({
      kind: 'decision',
      decision: 'next',
    })
  })
})
