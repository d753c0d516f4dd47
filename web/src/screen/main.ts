import { mount } from 'svelte'
import '../lib/design/base.css'
import './screen.css'
import '../lib/locale'
import App from './App.svelte'
import { followTheme } from './logic/theme.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('This page has no #app element.')
followTheme()
mount(App, { target })
