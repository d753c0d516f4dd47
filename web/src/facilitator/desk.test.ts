import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fixture } from '../../dev/desk/fixtures'
import type { Ack, DeskView } from '../lib/wire'
import { Desk, type Line } from './desk.svelte'
import { partly, refusal } from './logic/said'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

function deskWith(answer: Ack, view: DeskView = fixture('open')): Desk {
  const line: Line = {
    view,
    own: undefined,
    here: {},
    presence: {},
    status: 'live',
    bye: undefined,
    at: Date.now(),
    pending: [],
    now: () => Date.now(),
    send: () => Promise.resolve(answer),
  }
  return new Desk(line, view, 'K7MP3XQ9', 'x', { device: 'd1' })
}

describe('a command', () => {
  it('shows that it is on its way, and then that it was done', async () => {
    const desk = deskWith({ ok: true, version: 1 })
    const done = desk.run({ type: 'door.open' })
    expect(desk.outcome?.kind).toBe('pending')
    expect(await done).toBe(true)
    expect(desk.outcome).toMatchObject({ kind: 'done', text: 'De deur is open.' })
  })

  it('that came too late says who was first', async () => {
    const desk = deskWith({ ok: false, code: 'stale', message: 'Uw collega was u voor: stem gesloten.' })
    expect(await desk.run({ type: 'decision.close', decision: 'stekker', from: 'open' })).toBe(false)
    expect(desk.outcome).toMatchObject({ kind: 'refused', text: 'Uw collega was u voor: stem gesloten.' })
  })

  it('that a newer one replaced says nothing', async () => {
    const desk = deskWith({ ok: false, code: 'overtaken', message: '' })
    await desk.run({ type: 'screen.show', what: 'code' })
    expect(desk.outcome?.kind).toBe('pending')
  })
})

describe('taking back', () => {
  const withUndo = (by: string, until: number) => {
    const view = { ...fixture('open'), undo: { of: 'c1', by, until } }
    return deskWith({ ok: true, version: 1 }, view).undo
  }

  it('is offered for ten seconds after one’s own step', () => {
    expect(withUndo('d1', 1_010_000)).toEqual({ of: 'c1', left: 10 })
    expect(withUndo('desk:d1', 1_000_500)).toEqual({ of: 'c1', left: 1 })
    expect(withUndo('d1', 1_000_000)).toBeUndefined()
  })

  it('is not offered for a colleague’s step, nor after the end', () => {
    expect(withUndo('d2', 1_010_000)).toBeUndefined()
    const over = { ...fixture('over'), undo: { of: 'c1', by: 'd1', until: 1_010_000 } }
    expect(deskWith({ ok: true, version: 1 }, over).undo).toBeUndefined()
  })
})

it('names the teams where it was done and where not', () => {
  const name = (team: string) => ({ t1: 'Natte Meren', t2: 'Drogenbroek' })[team] ?? team
  expect(partly([{ done: ['t1'], refused: { t2: 'stale' } }], 'Gedaan.', name)).toBe(
    'Gedaan. Wel bij Natte Meren, niet bij Drogenbroek.',
  )
  expect(partly([{ done: ['t1', 't2'], refused: {} }], 'Gedaan.', name)).toBe('Gedaan.')
  const twice = [
    { done: ['t1'], refused: { t2: 'stale' } },
    { done: ['t2'], refused: { t1: 'stale' } },
  ]
  expect(partly(twice, 'Gedaan.', name)).toBe('Gedaan.')
  const many = { done: ['t1', 't2', 't3', 't4', 't5'], refused: { t6: 'stale' } }
  expect(partly([many], 'Gedaan.', name)).toBe('Gedaan. Wel bij 5 tafels, niet bij t6.')
})

it('has words of its own for a refusal without any', () => {
  expect(refusal({ ok: false, code: 'odd', message: '' })).toContain('odd')
})
