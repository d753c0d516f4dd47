import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { allKept, forgetPass, keepPass } from '../../lib/pass'
import { Entry, type State } from './entry.svelte'

vi.mock('../../lib/connection.svelte', () => ({
  Connection: class {
    status = 'connecting'
    constructor(readonly options: { pass: string; code: string }) {}
    close(): void {}
  },
}))

interface Call {
  path: string
  body: { pass: string; link?: string; team?: string }
}
const calls: Call[] = []
let answers: Array<[number, unknown]>
let entry: Entry | undefined

const opened = (state: State | undefined): { pass: string; code: string } => {
  if (state?.at !== 'in') throw new Error(`not in: ${state?.at}`)
  return (state.connection as unknown as { options: { pass: string; code: string } }).options
}

async function begin(hash: string): Promise<Entry> {
  history.replaceState(history.state, '', `/scherm${hash}`)
  entry = new Entry()
  await vi.advanceTimersByTimeAsync(0)
  return entry
}

beforeEach(() => {
  vi.useFakeTimers()
  calls.length = 0
  answers = []
  history.replaceState(null, '', '/scherm')
  for (const { code } of allKept('screen')) forgetPass('screen', code)
  vi.stubGlobal('fetch', async (url: string, asked: { body: string }) => {
    calls.push({ path: new URL(url).pathname, body: JSON.parse(asked.body) })
    const [status, body] = answers.shift() ?? [500, {}]
    return new Response(JSON.stringify(body), { status })
  })
})
afterEach(() => {
  entry?.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a link', () => {
  it('takes the screen with a pass of its own, and leaves the address', async () => {
    answers = [[201, { device: 'd1', kind: 'screen', code: 'K7MP-3XQ9' }]]
    const taken = await begin('#code=K7MP-3XQ9&link=geheim&team=t2')
    expect(calls[0]).toMatchObject({ path: '/api/rooms/K7MP3XQ9/screens', body: { link: 'geheim', team: 't2' } })
    expect(calls[0]?.body.pass).toHaveLength(22)
    expect(opened(taken.state)).toMatchObject({ pass: calls[0]?.body.pass, code: 'K7MP3XQ9' })
    expect(window.location.hash).toBe('#code=K7MP-3XQ9&team=t2')
  })
  it('is followed with the same pass again, after a lost answer or a reload', async () => {
    answers = [
      [503, {}],
      [200, {}],
    ]
    const taken = await begin('#code=K7MP-3XQ9&link=geheim')
    expect(taken.state.at).toBe('opening')
    await vi.advanceTimersByTimeAsync(6000)
    expect(calls[1]?.body.pass).toBe(calls[0]?.body.pass)
    taken.close()
    const again = await begin(window.location.hash)
    expect(calls).toHaveLength(2)
    expect(opened(again.state).pass).toBe(calls[0]?.body.pass)
  })
  it('gets a new pass when the desk ended the old one', async () => {
    keepPass('screen', 'K7MP3XQ9', { pass: 'o'.repeat(22) })
    answers = [
      [403, { code: 'device_ended' }],
      [201, {}],
    ]
    const taken = await begin('#code=K7MP-3XQ9&link=geheim')
    expect(opened(taken.state).pass).not.toBe('o'.repeat(22))
  })
  it('that is wrong is told plainly, and nothing is kept', async () => {
    answers = [[403, { code: 'bad_link', detail: 'Deze link werkt niet meer.' }]]
    const taken = await begin('#code=K7MP-3XQ9&link=fout')
    expect(taken.state).toEqual({ at: 'refused', message: 'Deze link werkt niet meer.' })
    expect(allKept('screen')).toEqual([])
  })
})

describe('without a link', () => {
  it('shows a short code until a desk typed it', async () => {
    answers = [
      [202, { pairing: 'K7MP-3X', state: 'waiting' }],
      [202, { pairing: 'K7MP-3X', state: 'waiting' }],
      [200, { device: 'd4', kind: 'screen', code: 'ABCD-1234', team: 't1' }],
    ]
    const waiting = await begin('')
    expect(waiting.state).toEqual({ at: 'waiting', pairing: 'K7MP-3X' })
    await vi.advanceTimersByTimeAsync(6000)
    expect(new Set(calls.map(({ body }) => body.pass)).size).toBe(1)
    expect(opened(waiting.state).code).toBe('ABCD1234')
    expect(window.location.hash).toBe('#code=ABCD-1234&team=t1')
  })
  it('keeps the code on the wall while the server is away', async () => {
    answers = [
      [202, { pairing: 'K7MP-3X', state: 'waiting' }],
      [500, {}],
      [202, { pairing: 'K7MP-3X', state: 'waiting' }],
    ]
    const waiting = await begin('')
    await vi.advanceTimersByTimeAsync(3000)
    expect(waiting.state).toMatchObject({ at: 'waiting', pairing: 'K7MP-3X' })
    expect((waiting.state as { trouble?: string }).trouble).toBeTruthy()
    await vi.advanceTimersByTimeAsync(6000)
    expect(waiting.state).toEqual({ at: 'waiting', pairing: 'K7MP-3X' })
  })
  it('waits with the same pass after a reload of this tab', async () => {
    answers = [
      [202, { pairing: 'K7MP-3X', state: 'waiting' }],
      [202, { pairing: 'K7MP-3X', state: 'waiting' }],
    ]
    const waiting = await begin('')
    waiting.close()
    await begin('')
    expect(calls[1]?.body.pass).toBe(calls[0]?.body.pass)
  })
  it('asks for a new code when its pass is dead', async () => {
    answers = [
      [403, { code: 'device_ended' }],
      [202, { pairing: 'ZZZZ-22', state: 'waiting' }],
    ]
    const waiting = await begin('')
    await vi.advanceTimersByTimeAsync(6000)
    expect(waiting.state).toEqual({ at: 'waiting', pairing: 'ZZZZ-22' })
    expect(calls[1]?.body.pass).not.toBe(calls[0]?.body.pass)
  })
  it('a room that this device does not know is a screen that waits', async () => {
    answers = [[202, { pairing: 'K7MP-3X', state: 'waiting' }]]
    const waiting = await begin('#code=ABCD-1234')
    expect(waiting.state.at).toBe('waiting')
    expect(window.location.hash).toBe('')
  })
})
