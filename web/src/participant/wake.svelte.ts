/** Keeps the screen on while the game is open, where the browser can; it can only on https. */

interface Sentinel {
  released: boolean
  release(): Promise<void>
}
interface WakeLock {
  request(type: 'screen'): Promise<Sentinel>
}

export const wake = $state({ on: false })

/** To be called while a component is being set up. */
export function stayAwake(): void {
  $effect(() => {
    const lock = (navigator as unknown as { wakeLock?: WakeLock }).wakeLock
    if (!lock) return
    let held: Sentinel | undefined
    let gone = false
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || (held && !held.released)) return
      try {
        held = await lock.request('screen')
        if (gone) void held.release()
        wake.on = true
      } catch {
        // Refused, for instance because the battery is low: the line about the screen says what to do.
        wake.on = false
      }
    }
    void take()
    document.addEventListener('visibilitychange', take)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', take)
      void held?.release()
    }
  })
}
