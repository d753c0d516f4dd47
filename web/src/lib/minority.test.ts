import { expect, it } from 'vitest'
import { minorityOf } from './minority'

const votes = (...options: string[]) => ({
  counts: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, options.filter((option) => option === id).length])),
  votes: Object.fromEntries(options.map((option, index) => [String(index), { role: `r${index}`, option }])),
})

it('names nobody when all chose the same, when they are split evenly, or when each stood alone', () => {
  expect(minorityOf(votes('a', 'a', 'a'))).toEqual([])
  expect(minorityOf(votes('a', 'a', 'b', 'b'))).toEqual([])
  expect(minorityOf(votes('a', 'b', 'c'))).toEqual([])
  expect(minorityOf(votes())).toEqual([])
})

it('names who chose otherwise than most', () => {
  expect(minorityOf(votes('a', 'a', 'b')).map(([, vote]) => vote.role)).toEqual(['r2'])
  expect(minorityOf(votes('a', 'a', 'a', 'b', 'c')).map(([, vote]) => vote.role)).toEqual(['r3', 'r4'])
})
