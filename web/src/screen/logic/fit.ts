/**
 * Fits a picture in its height: larger type comes down in steps until everything is seen. What does not fit even then
 * lets the page grow, so that nothing is ever cut off. Sets `data-fit` and the class `grows`.
 */

import type { Attachment } from 'svelte/attachments'

const STEPS = 6

function isOver(stage: HTMLElement): boolean {
  if (stage.scrollHeight > stage.clientHeight + 1) return true
  return [...stage.querySelectorAll<HTMLElement>('[data-fits]')].some(
    (part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
  )
}

export function fitStage(stage: HTMLElement): void {
  stage.classList.remove('grows')
  stage.dataset.fit = '0'
  // In a narrow window the page is as long as it is.
  if (getComputedStyle(stage).overflowY !== 'hidden') return
  for (let step = 0; step <= STEPS; step += 1) {
    stage.dataset.fit = String(step)
    if (!isOver(stage)) return
  }
  stage.classList.add('grows')
}

const isTicking = (target: Node): boolean =>
  (target instanceof Element ? target : target.parentElement)?.closest('[role=timer], [role=status], [data-ticks]') !==
  null

export const fit: Attachment<HTMLElement> = (stage) => {
  let asked = 0
  const ask = (): void => {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(() => fitStage(stage))
  }
  const changes = new MutationObserver((found) => {
    if (found.some((change) => !isTicking(change.target))) ask()
  })
  changes.observe(stage, { childList: true, subtree: true, characterData: true })
  // Not a ResizeObserver: a page that grows changes its own size, and would be asked again for ever.
  window.addEventListener('resize', ask)
  void document.fonts?.ready.then(ask)
  fitStage(stage)
  return () => {
    cancelAnimationFrame(asked)
    changes.disconnect()
    window.removeEventListener('resize', ask)
  }
}
