import { describe, expect, it } from 'vitest'
import { joinPlace, plainAddress } from '../logic/join'
import { headline } from '../logic/words'
import { plainHash, readAddress, shelfName } from './address'

const read = (pathname: string, hash: string) => readAddress({ pathname, hash })

describe('the address', () => {
  it('without a link waits for a desk', () => {
    expect(read('/scherm', '')).toEqual({ kind: 'screen' })
    expect(read('/scherm', '#link=alleen')).toEqual({ kind: 'screen' })
  })
  it('carries code, secret and team as the server writes them', () => {
    expect(read('/scherm', '#code=K7MP-3XQ9&link=geheim_-1&team=t2')).toEqual({
      kind: 'screen',
      code: 'K7MP3XQ9',
      link: 'geheim_-1',
      team: 't2',
    })
    expect(read('/onder/waarnemer/', '#code=k7mp3xq9&link=x')).toEqual({
      kind: 'observer',
      code: 'K7MP3XQ9',
      link: 'x',
    })
  })
  it('loses its secret once it is taken, and reads back the same', () => {
    expect(read('/scherm', plainHash('K7MP3XQ9', 't2'))).toEqual({ kind: 'screen', code: 'K7MP3XQ9', team: 't2' })
    expect(read('/scherm', plainHash('K7MP3XQ9', undefined))).toEqual({ kind: 'screen', code: 'K7MP3XQ9' })
  })
  it('asks for other eyes with `as`', () => {
    expect(read('/scherm', '#code=K7MP3XQ9&as=screen%3At1')).toEqual({
      kind: 'screen',
      code: 'K7MP3XQ9',
      as: 'screen:t1',
    })
  })
  it('keeps a room’s screen apart from a team’s', () => {
    expect(shelfName('A', undefined)).not.toBe(shelfName('A', 't1'))
  })
})

describe('where people join', () => {
  it('is never this machine’s own loopback', () => {
    const place = joinPlace('K7MP3XQ9', undefined, { hostname: '127.0.0.1' } as Location)
    expect(place.address).toBeUndefined()
    expect(place.image).toMatch(/api\/rooms\/K7MP3XQ9\/qr\.svg$/)
  })
  it('is what the server says then, without what nobody types', () => {
    expect(plainAddress('http://10.0.0.2:8000/#code=K7MP-3XQ9')).toBe('10.0.0.2:8000')
    expect(plainAddress('https://crisis.example.nl/spel/#code=K7MP-3XQ9')).toBe('crisis.example.nl/spel')
    expect(plainAddress('http://127.0.0.1:8000/#code=K7MP-3XQ9')).toBeUndefined()
  })
  it('is this server otherwise, with the team of a team’s screen', () => {
    const place = joinPlace('K7MP3XQ9', 't1', { hostname: '10.0.0.2' } as Location)
    expect(place.link).toMatch(/#code=K7MP-3XQ9&team=t1$/)
    expect(place.image).toBeUndefined()
  })
})

describe('a headline', () => {
  it('is the subject, else the first words', () => {
    const item = { order: 1, at: 1, private: false, channel: 'social', sender: 'x' } as const
    expect(headline({ ...item, subject: 'Kop', body: 'Tekst' })).toBe('Kop')
    expect(headline({ ...item, body: 'Kort.\nMeer' })).toBe('Kort.')
    expect(headline({ ...item, body: 'een twee drie vier vijf' }, 12)).toBe('een twee …')
  })
})
