import { describe, expect, it } from 'vitest'
import { forgetDesk, keepDesk, keptDesk, readAddress, secretOf } from './kept'

describe('the address', () => {
  it('may carry a key, a desk link in either form, or a room', () => {
    expect(readAddress('#key=abc_D-1')).toEqual({ kind: 'key', key: 'abc_D-1' })
    expect(readAddress('#code=K7MP3XQ9&link=geheim')).toEqual({ kind: 'link', code: 'K7MP3XQ9', link: 'geheim' })
    expect(readAddress('#desk=K7MP3XQ9.geheim')).toEqual({ kind: 'link', code: 'K7MP3XQ9', link: 'geheim' })
    expect(readAddress('#code=K7MP3XQ9&link=geheim&remote=1')).toEqual({
      kind: 'link',
      code: 'K7MP3XQ9',
      link: 'geheim',
      remote: true,
    })
    expect(readAddress('#room=K7MP3XQ9')).toEqual({ kind: 'room', code: 'K7MP3XQ9' })
    expect(readAddress('#new')).toEqual({ kind: 'new' })
  })

  it('is home when it says nothing, or half of something', () => {
    for (const hash of ['', '#', '#key=', '#desk=K7MP3XQ9', '#code=K7MP3XQ9', '#x=1'])
      expect(readAddress(hash)).toEqual({ kind: 'home' })
  })

  it('of a link gives its secret', () => {
    expect(secretOf('http://10.0.0.2:8000/regie#code=K7MP3XQ9&link=geheim')).toBe('geheim')
    expect(secretOf('http://10.0.0.2:8000/#code=K7MP3XQ9')).toBeUndefined()
  })
})

it('keeps what it knows of a desk when it learns more', () => {
  const links = { join: 'j', facilitator: 'f', screen: 's', observer: 'o' }
  keepDesk('K7MP3XQ9', { device: 'd1', links })
  keepDesk('K7MP3XQ9', { device: 'd2' })
  expect(keptDesk('K7MP3XQ9')).toEqual({ device: 'd2', links })
  forgetDesk('K7MP3XQ9')
  expect(keptDesk('K7MP3XQ9')).toBeUndefined()
})
