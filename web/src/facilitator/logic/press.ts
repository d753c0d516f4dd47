/** One press a second: a nervous second tap on the primary button, or a held Enter, does nothing. */

export class Press {
  private last = Number.NEGATIVE_INFINITY

  constructor(
    private readonly clock: () => number = () => performance.now(),
    private readonly quiet = 1000,
  ) {}

  /** True for a press that counts. A press that comes too soon is forgotten; it does not prolong the second. */
  counts(): boolean {
    const now = this.clock()
    if (now - this.last < this.quiet) return false
    this.last = now
    return true
  }
}

const TYPING = 'input, textarea, select, [contenteditable="true"]'

/** Whether a person is writing or choosing in a field: then no shortcut fires. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}

/** Enter, once, with nothing focused and nothing on top of the desk. */
export function isFreeEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.repeat || event.defaultPrevented || event.isComposing) return false
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  const focused = document.activeElement
  if (focused !== null && focused !== document.body) return false
  return document.querySelector('dialog[open]') === null
}
