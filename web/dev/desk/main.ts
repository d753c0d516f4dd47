/** Looks at the desk without a server: `/dev/desk.html?state=open`. Served by `vite` only; never built. */

import { mount } from 'svelte'
import '../../src/lib/design/base.css'
import '../../src/lib/locale'
import Shell from '../../src/facilitator/room/Shell.svelte'
import { fixture, STATES } from './fixtures'
import { FakeLine } from './line.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('This page has no #app element.')
const asked = new URLSearchParams(window.location.search)
const state = STATES.find((name) => name === asked.get('state')) ?? 'open'
const line = new FakeLine(fixture(state), asked.get('line') === 'lost' ? 'reconnecting' : 'live')
const links = {
  join: 'http://10.0.0.2:8000/#code=K7MP3XQ9',
  facilitator: 'http://10.0.0.2:8000/regie#code=K7MP3XQ9&link=x',
  screen: 'http://10.0.0.2:8000/scherm#code=K7MP3XQ9&link=x',
  observer: 'http://10.0.0.2:8000/waarnemer#code=K7MP3XQ9&link=x',
}
mount(Shell, {
  target,
  props: {
    line,
    first: fixture(state),
    code: 'K7MP3XQ9',
    pass: 'x'.repeat(22),
    kept: { device: 'd1', links },
    home: () => undefined,
  },
})
