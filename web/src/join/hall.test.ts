import { expect, test } from 'vitest'
import { matching } from './hall'

const tables = Array.from({ length: 60 }, (_, index) => ({
  id: `t${index + 1}`,
  name: `Tafel ${index + 1}`,
  free: {},
  taken: {},
}))

test('a table is found by its number, before those that only contain it', () => {
  expect(matching(tables, '6').map(({ name }) => name)).toEqual([
    'Tafel 6',
    'Tafel 16',
    'Tafel 26',
    'Tafel 36',
    'Tafel 46',
  ])
})

test('and by its name', () => {
  expect(matching(tables, ' tafel 12 ')[0]?.name).toBe('Tafel 12')
})

test('nothing asked is nothing found', () => {
  expect(matching(tables, ' ')).toEqual([])
  expect(matching(tables, 'zolder')).toEqual([])
})
