/** Where things are on this server. Relative to the page, so that the game also runs below a path. */

/** An address below the folder of this page, e.g. `under('api/rooms')`. */
export const under = (path: string): string => new URL(path, new URL('./', window.location.href)).href

export const socketPath = (): string => new URL('socket.io', new URL('./', window.location.href)).pathname

const PAGES = {
  join: '',
  participant: 'deelnemer',
  facilitator: 'regie',
  screen: 'scherm',
  observer: 'waarnemer',
  test: 'test',
  privacy: 'privacy',
  follow: 'vervolg',
}
const FILES = {
  join: 'join',
  participant: 'participant',
  facilitator: 'facilitator',
  screen: 'screen',
  observer: 'observer',
  test: 'test',
  privacy: 'privacy',
  follow: 'follow',
}

/** Another page of the game; under the development server the pages go by the names of their files. */
export function page(name: keyof typeof PAGES, given: Record<string, string> = {}): string {
  const file = /\.html$/.test(window.location.pathname) ? `${FILES[name]}.html` : PAGES[name]
  const hash = new URLSearchParams(given).toString()
  return under(file) + (hash === '' ? '' : `#${hash}`)
}

/**
 * What this page's fragment gives: `#code=K7MP-3XQ9&team=t1`. A bare `#K7MP-3XQ9` is a code. Secrets stand here and
 * nowhere else in an address: a fragment is never sent.
 */
export function fragment(hash: string = window.location.hash): Record<string, string> {
  const text = hash.replace(/^#/, '')
  if (text !== '' && !text.includes('=')) return { code: text }
  return Object.fromEntries(new URLSearchParams(text))
}
