import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Cover } from './cover.svelte'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => vi.useRealTimers())

it('is closed until it is lifted', () => {
  expect(new Cover().lifted).toBe(false)
})

it('closes by itself after twenty seconds', () => {
  const cover = new Cover()
  cover.lift()
  expect(cover.left).toBe(20)
  vi.advanceTimersByTime(19_000)
  expect(cover.lifted).toBe(true)
  vi.advanceTimersByTime(1_250)
  expect(cover.lifted).toBe(false)
})

it('gives twenty seconds again when it is lifted again', () => {
  const cover = new Cover()
  cover.lift()
  vi.advanceTimersByTime(15_000)
  cover.lift()
  vi.advanceTimersByTime(15_000)
  expect(cover.lifted).toBe(true)
})

it('closes at once when asked', () => {
  const cover = new Cover()
  cover.lift()
  cover.close()
  expect(cover.lifted).toBe(false)
})
