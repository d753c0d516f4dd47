/** When a piece of news counts as opened: most of it was on a visible screen for a moment. */

import type { Attachment } from 'svelte/attachments'

const LONG_ENOUGH = 900

export function seenBy(seen: () => void): Attachment<HTMLElement> {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let inView = false
    const judge = (): void => {
      clearTimeout(timer)
      if (!inView || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        seen()
        stop()
      }, LONG_ENOUGH)
    }
    const watch = new IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          inView = entry.intersectionRatio >= 0.6 || entry.intersectionRect.height >= window.innerHeight * 0.4
        judge()
      },
      { threshold: [0, 0.2, 0.4, 0.6, 0.8] },
    )
    const stop = (): void => {
      clearTimeout(timer)
      watch.disconnect()
      document.removeEventListener('visibilitychange', judge)
    }
    watch.observe(element)
    document.addEventListener('visibilitychange', judge)
    return stop
  }
}
