import { expect, it } from 'vitest'
import { forgetRoom } from './erase'
import { keepPass, keptPass } from './pass'

it('leaves nothing on this device that names the room, and nothing else untouched', () => {
  for (const code of ['K7MP3XQ9', 'AAAAAAAA']) {
    keepPass('seat', code, { pass: 'p', name: 'Anna' })
    localStorage.setItem(`crisistafel.outbox/${code}/p`, '[]')
    sessionStorage.setItem(`crisistafel.draft/take/${code}`, '{}')
  }
  localStorage.setItem('elsewhere/K7MP3XQ9', 'x')
  forgetRoom('K7MP3XQ9')
  expect(keptPass('seat', 'K7MP3XQ9')).toBeUndefined()
  expect(keptPass('seat', 'AAAAAAAA')?.name).toBe('Anna')
  expect(Object.keys(localStorage).sort()).toEqual([
    'crisistafel.outbox/AAAAAAAA/p',
    'crisistafel.passes',
    'elsewhere/K7MP3XQ9',
  ])
  expect(Object.keys(sessionStorage)).toEqual(['crisistafel.draft/take/AAAAAAAA'])
})
