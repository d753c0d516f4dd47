import { describe, expect, it } from 'vitest'
import { merge } from './merge'

describe('a merge patch', () => {
  // The table of RFC 7396, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j with %j gives %j', (target, patch, wanted) => {
    expect(merge(target, patch)).toEqual(wanted)
  })

  it('leaves what it is given as it was, and what did not change the same object', () => {
    const before = { kept: { deep: 1 }, moved: { deep: 1 } }
    const after = merge(before, { moved: { deep: 2 } }) as typeof before
    expect(before.moved.deep).toBe(1)
    expect(after.kept).toBe(before.kept)
  })

  it('takes a key called __proto__ for a key', () => {
    const after = merge({}, JSON.parse('{"__proto__": {"own": 1}}')) as Record<string, unknown>
    expect(Object.keys(after)).toEqual(['__proto__'])
    expect(({} as { own?: number }).own).toBeUndefined()
  })
})
