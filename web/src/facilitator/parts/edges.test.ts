import { expect, test } from 'vitest'
import { moreAbove, moreBelow } from './edges'

test('a box that fits has no edge that fades', () => {
  const box = { scrollTop: 0, scrollHeight: 400, clientHeight: 400 }
  expect([moreAbove(box), moreBelow(box)]).toEqual([false, false])
})

test('a box fades on the sides where more lies', () => {
  const at = (scrollTop: number) => ({ scrollTop, scrollHeight: 500, clientHeight: 400 })
  expect([moreAbove(at(0)), moreBelow(at(0))]).toEqual([false, true])
  expect([moreAbove(at(50)), moreBelow(at(50))]).toEqual([true, true])
  expect([moreAbove(at(100)), moreBelow(at(100))]).toEqual([true, false])
})

test('a fraction of a pixel is not more', () => {
  expect(moreBelow({ scrollTop: 99.5, scrollHeight: 500, clientHeight: 400 })).toBe(false)
})
