import { describe, expect, it } from 'vitest'
import type { DeskView, DeviceLine } from '../../lib/wire'
import { deedWord, deskName } from './deeds'

const desk = (number: number, name?: string): DeviceLine => ({
  order: number,
  kind: 'desk',
  number,
  ...(name !== undefined && { name }),
})
const seen = (devices: Record<string, DeviceLine>) => ({ devices }) as unknown as DeskView

describe('another desk', () => {
  it('is just the other one while there are two', () => {
    expect(deskName(seen({ d1: desk(1), d2: desk(2) }), 'd2')).toBe('De andere gespreksleider')
    expect(deskName(seen({ d1: desk(1) }), 'd9')).toBe('De andere gespreksleider')
  })
  it('goes by its name, and by its number among more', () => {
    expect(deskName(seen({ d1: desk(1), d2: desk(2, 'Bo') }), 'd2')).toBe('Bo')
    expect(deskName(seen({ d1: desk(1), d2: desk(2), d3: desk(3) }), 'd3')).toBe('Regie 3')
  })
  it('is told with what it did, also when that has no word of its own', () => {
    const view = seen({ d1: desk(1), d2: desk(2) })
    expect(deedWord(view, { by: 'd2', what: 'decision_revealed', version: 1 })).toBe(
      'De andere gespreksleider heeft de stemmen onthuld.',
    )
    expect(deedWord(view, { by: 'd2', what: 'something_new', version: 1 })).toBe(
      'De andere gespreksleider heeft iets veranderd.',
    )
  })
})
