import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { states } from '../../dev/states'
import { Connection, type Socket } from '../lib/connection.svelte'
import type { Ack, Own, ParticipantView } from '../lib/wire'
import Room from './Room.svelte'
import { Seat } from './seat.svelte'

type Answer = (ack: Ack) => void

class Line implements Socket {
  connected = false
  commands: Array<{ command: Record<string, unknown>; answer: Answer }> = []
  #on = new Map<string, (data?: unknown) => void>()
  on(event: string, listener: (...data: never[]) => void): void {
    this.#on.set(event, listener as (data?: unknown) => void)
  }
  emit(event: string, command: Record<string, unknown>, answer: Answer): void {
    if (event === 'command') this.commands.push({ command, answer })
  }
  connect(): void {}
  disconnect(): void {}
  open(): void {
    this.connected = true
    this.say('connect')
  }
  say(event: string, data?: unknown): void {
    this.#on.get(event)?.(data)
  }
  of(type: string) {
    return this.commands.filter(({ command }) => command.type === type)
  }
}

let line: Line
let connection: Connection<ParticipantView, Own>
const fixture = states.vote
if (!fixture) throw new Error('no fixture')
const frame = (view: unknown, version = 1) => ({ stream: 's', version, now: Date.now(), view })

beforeEach(() => {
  class Watch {
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserver', Watch)
  vi.stubGlobal('ResizeObserver', Watch)
  window.scrollTo = () => {}
  Element.prototype.scrollTo = () => {}
  Element.prototype.scrollIntoView = () => {}
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
  sessionStorage.clear()
  localStorage.clear()
  history.replaceState({ tab: 'news', looking: 'stekker' }, '')
  line = new Line()
  connection = new Connection<ParticipantView, Own>({ pass: 'p'.repeat(22), code: 'K7MP3XQ9', open: () => line })
  render(Room, { seat: new Seat(connection, 'K7MP3XQ9') })
  line.open()
  line.say('view', frame(fixture.view))
  line.say('own', frame(fixture.own))
})
afterEach(() => {
  cleanup()
  connection.close()
  vi.unstubAllGlobals()
})

const choose = async (label: string) => fireEvent.click(await screen.findByRole('radio', { name: new RegExp(label) }))
const cast = () => fireEvent.click(screen.getByRole('button', { name: 'Stem vastleggen' }))

describe('a vote', () => {
  it('is called saved only after the server said so', async () => {
    await choose('Alles van het net')
    await cast()
    expect(line.of('vote.cast')).toHaveLength(1)
    expect(screen.queryByText('Opgeslagen ✓')).toBeNull()
    line.of('vote.cast')[0]?.answer({ ok: true, version: 2 })
    await screen.findByText('Opgeslagen ✓')
  })

  it('without a choice asks for one and sends nothing', async () => {
    await screen.findByRole('button', { name: 'Stem vastleggen' })
    await cast()
    expect(await screen.findByText('Kies eerst een van de mogelijkheden.')).toBeTruthy()
    expect(line.of('vote.cast')).toHaveLength(0)
  })

  it('is sent once however often the button is pressed', async () => {
    await choose('Alles van het net')
    await cast()
    await cast()
    await cast()
    expect(line.of('vote.cast')).toHaveLength(1)
  })

  it('that came too late says why and keeps what was typed', async () => {
    await choose('Twaalf uur')
    await fireEvent.input(screen.getByLabelText(/Waarom/), { target: { value: 'Eerst kijken' } })
    await cast()
    line.of('vote.cast')[0]?.answer({ ok: false, code: 'too_late', message: 'Dit kan niet meer.' })
    await screen.findByText('Dit kan niet meer.')
    expect((screen.getByLabelText(/Waarom/) as HTMLTextAreaElement).value).toBe('Eerst kijken')
  })

  it('closed by the desk gives way to waiting', async () => {
    const decisions = fixture.view.decisions
    const closed = { ...fixture.view, decisions: { stekker: { ...decisions.stekker, state: 'closed' } } }
    line.say('view', frame(closed, 2))
    await waitFor(() => expect(screen.getByText(/De stemming is gesloten/)).toBeTruthy())
    expect(screen.queryByRole('button', { name: 'Stem vastleggen' })).toBeNull()
  })
})
