/** A short tone and a buzz for new messages: off until asked for, kept on this phone, made without any file. */

import { store } from '../lib/pass'

const KEY = 'crisistafel.alerts'

function read(): { tone: boolean; buzz: boolean } {
  const kept = store.getItem(KEY) ?? ''
  return { tone: kept.includes('tone'), buzz: kept.includes('buzz') }
}

export const wanted = $state(read())
export const canBuzz = typeof navigator !== 'undefined' && 'vibrate' in navigator

let context: AudioContext | undefined

/** A browser lets a page sound only after a touch. */
function wakeUp(): void {
  if (!wanted.tone || typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
}

/** After a reload the first touch anywhere will do. To be called while a component is being set up. */
export function listen(): void {
  $effect(() => {
    window.addEventListener('pointerdown', wakeUp)
    window.addEventListener('keydown', wakeUp)
    return () => {
      window.removeEventListener('pointerdown', wakeUp)
      window.removeEventListener('keydown', wakeUp)
    }
  })
}

export function want(change: Partial<typeof wanted>): void {
  Object.assign(wanted, change)
  store.setItem(KEY, [wanted.tone && 'tone', wanted.buzz && 'buzz'].filter(Boolean).join(' '))
  wakeUp()
  if (change.tone) tone()
  if (change.buzz) buzz()
}

/** Only on a page that is being looked at. */
export function alert(): void {
  if (document.visibilityState !== 'visible') return
  if (wanted.tone) tone()
  if (wanted.buzz) buzz()
}

function buzz(): void {
  if (canBuzz && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) navigator.vibrate(120)
}

/** Two soft notes, a fifth apart. */
function tone(): void {
  if (context === undefined) return
  const start = context.currentTime + 0.02
  for (const [index, pitch] of [587, 880].entries()) {
    const note = context.createOscillator()
    const loudness = context.createGain()
    const at = start + index * 0.14
    note.frequency.value = pitch
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(0.12, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.3)
    note.connect(loudness).connect(context.destination)
    note.start(at)
    note.stop(at + 0.32)
  }
}
