/** Dark unless somebody chose otherwise on this device: a hall is dim. */

import { store } from '../../lib/pass'

export type Theme = 'dark' | 'light'
const KEY = 'crisistafel.screen.theme'

export const theme = $state<{ now: Theme }>({ now: 'dark' })

export function followTheme(): void {
  setTheme(store.getItem(KEY) === 'light' ? 'light' : 'dark', false)
}

export function setTheme(next: Theme, keep = true): void {
  theme.now = next
  document.documentElement.dataset.theme = next
  if (keep) store.setItem(KEY, next)
}
