import { expect, test } from 'vitest'
import type { DeskLesson } from '../../lib/wire'
import { gathered, unread } from './lessons'

const lesson = (order: number, more: Partial<DeskLesson> = {}): DeskLesson => ({
  order,
  kind: 'keep',
  text: `les ${order}`,
  stars: 0,
  state: 'new',
  ...more,
})

test('what is new comes first, then the most starred, and what was hidden last', () => {
  const lessons = {
    a: lesson(1, { state: 'hidden' }),
    b: lesson(2, { state: 'shown', stars: 1 }),
    c: lesson(3, { state: 'shown', stars: 4 }),
    d: lesson(4),
  }
  expect(gathered(lessons, 'keep').map((one) => one.id)).toEqual(['d', 'c', 'b', 'a'])
})

test('a lesson that says nearly the same stands under the other and is not counted as unread', () => {
  const lessons = { a: lesson(1, { state: 'shown' }), b: lesson(2, { into: 'a' }), c: lesson(3, { kind: 'ask' }) }
  expect(gathered(lessons, 'keep').map((one) => [one.id, one.under.map((under) => under.id)])).toEqual([['a', ['b']]])
  expect(unread(lessons)).toBe(1)
})
