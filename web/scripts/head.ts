import type { HtmlTagDescriptor, Plugin } from 'vite'

const meta = (name: string, content: string): HtmlTagDescriptor => ({ tag: 'meta', attrs: { name, content } })
const NO_SCRIPT = 'Crisistafel heeft JavaScript nodig. Zet JavaScript aan in uw browser en laad de pagina opnieuw.'

const SCRIPTED: HtmlTagDescriptor[] = [
  { tag: 'script', attrs: { src: '/floor.js' } },
  { tag: 'noscript', children: NO_SCRIPT, injectTo: 'body-prepend' },
]

/** What every page begins with; a page itself has its title, its theme where it has one, and its script. */
export function head(): Plugin {
  return {
    name: 'head',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => [
        { tag: 'meta', attrs: { charset: 'utf-8' } },
        meta('viewport', 'width=device-width, initial-scale=1'),
        meta('color-scheme', html.includes('data-theme="dark"') ? 'dark light' : 'light dark'),
        meta('referrer', 'no-referrer'),
        meta('robots', 'noindex'),
        { tag: 'link', attrs: { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' } },
        ...(html.includes('<script') ? SCRIPTED : []),
      ],
    },
  }
}
