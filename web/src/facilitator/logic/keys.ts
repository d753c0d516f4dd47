/** The desk's keyboard: Enter for the next step, and letters with Alt for the rest (WCAG 2.1.4: no letter alone). */

export type KeyName = 'talkBack' | 'talkOn' | 'undo' | 'pause' | 'time' | 'density' | 'help' | 'curtain'

/** `code`, because Alt makes another letter on a Mac; AltGr counts as Ctrl + Alt. */
export const KEYS: readonly { name: KeyName; code: string; letter: string }[] = [
  { name: 'undo', code: 'KeyZ', letter: 'Z' },
  { name: 'pause', code: 'KeyP', letter: 'P' },
  { name: 'time', code: 'KeyT', letter: 'T' },
  { name: 'density', code: 'KeyV', letter: 'V' },
  { name: 'help', code: 'KeyH', letter: 'H' },
  { name: 'curtain', code: 'KeyG', letter: 'G' },
]

/** In the talk afterwards there are two more. */
const TALK: typeof KEYS = [
  { name: 'talkBack', code: 'KeyB', letter: 'B' },
  { name: 'talkOn', code: 'KeyN', letter: 'N' },
]

type Pressed = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'code'>

export function keyOf(event: Pressed): KeyName | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) return undefined
  return [...KEYS, ...TALK].find((key) => key.code === event.code)?.name
}
