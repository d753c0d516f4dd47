import { describe, expect, it } from 'vitest'
import { merge } from './merge'
import { Stream } from './stream'
import type { Frame } from './wire'

const whole = (stream: string, version: number, view: Record<string, unknown>): Frame => ({
  stream,
  version,
  now: 0,
  view,
})
const patch = (stream: string, base: number, version: number, view: Record<string, unknown>): Frame => ({
  ...whole(stream, version, view),
  base,
})

describe('a stream', () => {
  it('takes a whole view, and a patch on exactly that version', () => {
    const stream = new Stream()
    expect(stream.take(whole('a', 1, { n: 1, gone: 1 }))).toBe('taken')
    expect(stream.take(patch('a', 1, 3, { n: 3, gone: null }))).toBe('taken')
    expect(stream.value).toEqual({ n: 3 })
    expect(stream.have).toEqual(['a', 3])
  })

  it('asks for the whole when a frame was lost', () => {
    const stream = new Stream()
    stream.take(whole('a', 1, { n: 1 }))
    expect(stream.take(patch('a', 2, 3, { n: 3 }))).toBe('gap')
    expect(stream.value).toEqual({ n: 1 })
  })

  it('drops what it has heard, and what was overtaken', () => {
    const stream = new Stream()
    stream.take(whole('a', 5, { n: 5 }))
    expect(stream.take(patch('a', 4, 5, { n: 'again' }))).toBe('dropped')
    expect(stream.take(whole('a', 4, { n: 'late' }))).toBe('dropped')
    expect(stream.value).toEqual({ n: 5 })
  })

  it('drops a late patch of another stream, and follows a whole view to a lower version', () => {
    const stream = new Stream()
    stream.take(whole('mayor', 50, { secret: 'mayor' }))
    expect(stream.take(whole('ciso', 12, { secret: 'ciso' }))).toBe('taken')
    expect(stream.take(patch('mayor', 50, 51, { secret: 'mayor' }))).toBe('dropped')
    expect(stream.value).toEqual({ secret: 'ciso' })
  })

  it('never shows a view that the server never had, whatever is lost, repeated, late or out of order', () => {
    let seed = 7
    const chance = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed / 2147483648
    }
    let gaps = 0
    let changes = 0
    for (let run = 0; run < 300; run += 1) {
      const truth = new Map<string, string>()
      const sent: Frame[] = []
      let view: unknown = { n: 0 }
      let name = 's0'
      sent.push(whole(name, 1, { n: 0 }))
      truth.set('s0/1', JSON.stringify(view))
      for (let version = 2; version < 14; version += 1) {
        if (chance() < 0.15) {
          name = `s${version}`
          view = { fresh: version }
          sent.push(whole(name, version, view as Record<string, unknown>))
          changes += 1
        } else {
          const change = { [`k${Math.floor(chance() * 3)}`]: chance() < 0.3 ? null : version }
          view = merge(view, change)
          sent.push(patch(name, version - 1, version, change as Record<string, unknown>))
        }
        truth.set(`${name}/${version}`, JSON.stringify(view))
      }
      const heard = sent
        .flatMap((frame) => (chance() < 0.15 ? [] : chance() < 0.2 ? [frame, frame] : [frame]))
        .map((frame, index) => ({ frame, at: index + (chance() < 0.2 ? Math.floor(chance() * 5) : 0) }))
        .sort((a, b) => a.at - b.at)
      const stream = new Stream()
      for (const { frame } of heard) {
        if (stream.take(frame) === 'gap') gaps += 1
        if (stream.have)
          expect(sorted(stream.value)).toBe(sorted(JSON.parse(truth.get(stream.have.join('/')) ?? 'null')))
      }
    }
    expect(gaps).toBeGreaterThan(0)
    expect(changes).toBeGreaterThan(0)
  })
})

const sorted = (value: unknown): string =>
  JSON.stringify(Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)))
