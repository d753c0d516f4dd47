import { describe, expect, it } from 'vitest'
import { fixture, type State } from '../../../dev/desk/fixtures'
import type { DeskView, SheetStep } from '../../lib/wire'
import { hintsFor } from './hints'
import { paceOf } from './pace'
import { inOrder, runningDecision, stageOf, stepState, talkOn, waitsForVotes } from './sheet'
import { nextLabel } from './words'

const step = (view: DeskView, id: string): SheetStep => {
  const found = view.run_sheet['ronde-1']?.steps[id]
  if (found === undefined) throw new Error(`no step ${id}`)
  return found
}
const state = (name: State, id: string) => {
  const view = fixture(name)
  return stepState(view, step(view, id))
}
const role = (id: string | undefined) => (id === 'mayor' ? 'Burgemeester' : '')

describe('the run sheet', () => {
  it('knows what is done, going on and still to come', () => {
    expect(state('open', 'inject:servicedesk')).toBe('done')
    expect(state('open', 'decision:stekker')).toBe('now')
    expect(state('open', 'inject:raad')).toBe('later')
    expect(state('effect', 'decision:stekker')).toBe('done')
  })

  it('tells a held message from one whose condition does not hold', () => {
    const view = fixture('open')
    const news = view.teams.t1?.news.printers
    if (news === undefined) throw new Error('no news')
    news.possible = false
    expect(stepState(view, step(view, 'inject:printers'))).toBe('not_possible')
    news.state = 'held'
    expect(stepState(view, step(view, 'inject:printers'))).toBe('held')
    news.state = 'skipped'
    expect(stepState(view, step(view, 'inject:printers'))).toBe('skipped')
  })

  it('says so when only some teams have it', () => {
    const view = fixture('teams')
    const news = view.teams.t2?.news.servicedesk
    if (news === undefined) throw new Error('no news')
    news.state = 'planned'
    expect(stepState(view, step(view, 'inject:servicedesk'))).toBe('some')
  })

  it('finds the decision that the room is in', () => {
    expect(runningDecision(fixture('open'))).toBe('stekker')
    expect(runningDecision(fixture('teams-revealed'))).toBe('stekker')
    expect(runningDecision(fixture('effect'))).toBeUndefined()
    expect(runningDecision(fixture('lobby'))).toBeUndefined()
  })

  it('sorts what came as an object', () => {
    expect(inOrder({ b: { order: 2 }, a: { order: 1 } }).map((line) => line.id)).toEqual(['a', 'b'])
  })

  it('names the stage of a main decision', () => {
    const stages = (['picture', 'open', 'revealed', 'settled'] as const).map((name) => {
      const part = fixture(name).teams.t1?.decisions.stekker
      return part && stageOf(part)
    })
    expect(stages).toEqual(['picture', 'judgement', 'judgement', 'decision'])
  })
})

describe('the pace', () => {
  it('is what the chapter began too late, until a step is later still', () => {
    const view = fixture('open')
    expect(Math.round(paceOf(view, 30 * 60_000).late)).toBe(3)
    expect(Math.round(paceOf(view, 42 * 60_000).late)).toBe(5)
  })

  it('offers something to cut only when behind', () => {
    const view = fixture('open')
    expect(paceOf(view, 38 * 60_000).cut).toMatchObject({ thing: 'bellen', minutes: 4 })
    const round = view.run_sheet['ronde-1']
    if (round === undefined) throw new Error('no round')
    view.run_sheet = { ...view.run_sheet, 'ronde-1': { ...round, began: 15 * 60_000 } }
    expect(paceOf(view, 30 * 60_000).late).toBe(0)
    expect(paceOf(view, 30 * 60_000).cut).toBeUndefined()
  })

  it('adds the delay to the end', () => {
    const view = fixture('open')
    const total = inOrder(view.run_sheet).reduce((sum, phase) => sum + phase.minutes, 0)
    expect(Math.round(paceOf(view, 38 * 60_000).left)).toBe(total - 38 + 3)
  })
})

describe('the primary button', () => {
  const label = (name: State) => nextLabel(fixture(name), runningDecision(fixture(name)), role)

  it('is short where the desk names the decision already', () => {
    expect(label('picture')).toBe('Stemming openen')
    expect(label('open')).toBe('Stemming sluiten')
    expect(label('closed')).toBe('Stemmen onthullen')
    expect(label('revealed')).toBe('Burgemeester besluit …')
    expect(label('settled')).toBe('Besluit laten ingaan')
  })

  it('says the server’s whole words for what is not on the desk yet', () => {
    expect(label('inject')).toBe('Stuur: Chat: Raadsgriffier')
    expect(label('debrief')).toBe('Geef het verslag vrij')
  })

  it('goes through the talk before it ends it', () => {
    const view = fixture('debrief')
    const talk = (step?: string): NonNullable<DeskView['conversation']> => ({
      steps: { a: { order: 0 }, b: { order: 1 } },
      ends: 0,
      page: 0,
      let: false,
      ...(step === undefined ? {} : { step }),
    })
    const said = (step?: string) => nextLabel({ ...view, conversation: talk(step) }, undefined, role)
    expect(said('a')).toBe('Volgende vraag')
    expect(said('b')).toBe('Geef het verslag vrij')
    expect(said()).toBe('Geef het verslag vrij')
    const paused: DeskView = { ...view, conversation: talk('a'), room: { ...view.room, status: 'paused' } }
    expect(talkOn(paused)).toBeUndefined()
  })
})

it('explains what the room is in, and nothing while it stands still', () => {
  const kinds = (name: State) => hintsFor(fixture(name), runningDecision(fixture(name))).map((hint) => hint.kind)
  expect(kinds('lobby')).toEqual(['lobby', 'screen'])
  expect(kinds('inject')).toEqual(['say', 'inject'])
  expect(kinds('open')).toEqual(['open'])
  expect(kinds('paused')).toEqual([])
})

describe('waiting for votes', () => {
  const due = 41 * 60_000

  it('goes on while one is missing and there is time', () => {
    expect(waitsForVotes(fixture('open'), 'stekker', due - 1)).toBe(true)
  })

  it('is over when the time is, when all have voted, or when the vote is closed', () => {
    expect(waitsForVotes(fixture('open'), 'stekker', due)).toBe(false)
    const all = fixture('open')
    const part = all.teams.t1?.decisions.stekker
    if (part === undefined) throw new Error('no decision')
    part.cast = part.of
    expect(waitsForVotes(all, 'stekker', 0)).toBe(false)
    expect(waitsForVotes(fixture('closed'), 'stekker', 0)).toBe(false)
    expect(waitsForVotes(fixture('inject'), undefined, 0)).toBe(false)
  })

  it('goes on until the slower team is ready', () => {
    expect(waitsForVotes(fixture('teams'), 'stekker', 0)).toBe(true)
  })
})
