import { describe, expect, it } from 'vitest'
import type { NewsItem, ObserverView } from '../lib/wire'
import { decisionPins, newsPins, pinLabel, rolePins } from './pins'

const item = (at: number, subject?: string): NewsItem => ({
  order: at,
  at,
  channel: 'mail',
  sender: 'Balie',
  body: '…',
  private: false,
  ...(subject !== undefined && { subject }),
})
const view = {
  roles: { mayor: { name: 'Burgemeester', short: 'BM', order: 0 } },
  decisions: { first: { order: 1, title: 'Eerst' }, second: { order: 2, title: 'Dan' } },
  shared: {
    t1: { news: { a: item(1, 'Oud'), b: item(2) }, picture: {} },
    t2: { news: { a: item(1, 'Oud') }, picture: {} },
  },
} as unknown as ObserverView

describe('what a note may be about', () => {
  it('is a role, a decision or shared news, the newest first and each once', () => {
    expect(rolePins(view)).toEqual([{ about: 'role:mayor', label: 'Burgemeester' }])
    expect(decisionPins(view).map((pin) => pin.label)).toEqual(['Dan', 'Eerst'])
    expect(newsPins(view).map((pin) => pin.about)).toEqual(['inject:b', 'inject:a'])
    expect(newsPins(view)[0]?.label).toBe('Balie')
  })
  it('is told by its name, and not at all where this page cannot see it', () => {
    expect(pinLabel(view, 'decision:first')).toBe('Eerst')
    expect(pinLabel(view, 'inject:private')).toBeUndefined()
    expect(pinLabel(view, undefined)).toBeUndefined()
  })
})
