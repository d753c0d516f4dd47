/** Marks a scrolling box on the sides where more lies out of sight, so that its edge can be drawn there. */

import type { Attachment } from 'svelte/attachments'

type Box = Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientHeight'>

/** A pixel of slack: a zoomed page scrolls in fractions. */
export const moreAbove = (box: Box): boolean => box.scrollTop > 1
export const moreBelow = (box: Box): boolean => box.scrollHeight - box.clientHeight - box.scrollTop > 1

export const edges: Attachment<HTMLElement> = (box) => {
  const mark = () => {
    box.toggleAttribute('data-above', moreAbove(box))
    box.toggleAttribute('data-below', moreBelow(box))
  }
  const sizes = new ResizeObserver(mark)
  const contents = new MutationObserver(mark)
  sizes.observe(box)
  contents.observe(box, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['open'],
  })
  box.addEventListener('scroll', mark, { passive: true })
  mark()
  return () => {
    sizes.disconnect()
    contents.disconnect()
    box.removeEventListener('scroll', mark)
  }
}
