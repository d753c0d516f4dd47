/** Looks at the projector's screen without a server: `/dev/screen.html?state=revealed`. Served by `vite` only. */

import { mount } from 'svelte'
import '../../src/lib/design/base.css'
import '../../src/screen/screen.css'
import '../../src/lib/locale'
import Pair from '../../src/screen/entry/Pair.svelte'
import Told from '../../src/screen/entry/Told.svelte'
import { setTheme } from '../../src/screen/logic/theme.svelte'
import Stage from '../../src/screen/Stage.svelte'
import { states } from './fixtures'
import { FakeLine } from './line.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('no #app')
const asked = new URLSearchParams(window.location.search)
const name = asked.get('state') ?? 'revealed'
setTheme(asked.get('theme') === 'light' ? 'light' : 'dark', false)

if (asked.has('list')) target.textContent = JSON.stringify(['pair', 'ended', ...Object.keys(states)])
else if (name === 'pair') mount(Pair, { target, props: { pairing: 'K7MP-3X' } })
else if (name === 'ended')
  mount(Told, {
    target,
    props: {
      title: 'Dit scherm is losgekoppeld',
      text: 'De gespreksleider heeft dit scherm afgemeld.',
      action: 'Scherm opnieuw koppelen',
    },
  })
else {
  const views = states[name]
  if (views === undefined) throw new Error(`no state ${name}`)
  mount(Stage, { target, props: { line: new FakeLine(views, asked.has('lost')) } })
}
