/** Where things are on this server. Relative to the page, so that the game also runs below a path. */

/** An address below the folder of this page, e.g. `under('api/rooms')`. */
export const under = (path: string): string => new URL(path, new URL('./', window.location.href)).href

export const socketPath = (): string => new URL('socket.io', new URL('./', window.location.href)).pathname

const PAGES = { join: 'j', participant: 'p', facilitator: 'desk', screen: 'screen' }

/** Another page of the game; under the development server the pages go by the names of their files. */
export function page(name: keyof typeof PAGES, ...parts: string[]): string {
  const file = /\.html$/.test(window.location.pathname) ? `${name}.html` : PAGES[name]
  return under(file) + (parts.length > 0 ? `#${parts.map(encodeURIComponent).join('.')}` : '')
}

/** The parts of this page's fragment: `#K7MP3XQ9.secret` gives `['K7MP3XQ9', 'secret']`. */
export function fragment(hash: string = window.location.hash): string[] {
  const text = hash.replace(/^#/, '')
  if (text === '') return []
  return text.split('.').map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}
