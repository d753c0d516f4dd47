import { mount } from 'svelte'
import '../lib/design/base.css'
import '../lib/locale'
import App from './App.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('This page has no #app element.')
mount(App, { target })
