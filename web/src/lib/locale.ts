import { baseLocale, isLocale, overwriteGetLocale } from './paraglide/runtime.js'

// The language asked for in the address (`?lang=en`), else the page's own: never stored, never guessed.
const asked = new URLSearchParams(window.location.search).get('lang')
const locale = isLocale(asked) ? asked : baseLocale

overwriteGetLocale(() => locale)
document.documentElement.lang = locale
