import { describe, expect, it } from 'vitest'
import { KEYS, keyOf } from './keys'

const pressed = (more: Partial<KeyboardEvent>) => ({
  altKey: true,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  code: 'KeyP',
  ...more,
})

describe('the keyboard of the desk', () => {
  it('does nothing for a letter alone, with AltGr, with Shift, or held down', () => {
    for (const more of [{ altKey: false }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { repeat: true }])
      expect(keyOf(pressed(more))).toBeUndefined()
    expect(keyOf(pressed({ code: 'KeyX' }))).toBeUndefined()
  })
  it('knows each key once, by where it is on the keyboard', () => {
    for (const key of KEYS) expect(keyOf(pressed({ code: key.code }))).toBe(key.name)
    expect(new Set(KEYS.map((key) => key.code)).size).toBe(KEYS.length)
  })
})
