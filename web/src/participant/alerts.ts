/** Which messages are worth a tone: those that just came, not what a reload or a lost connection brings again. */

export interface Came {
  id: string
  /** When it was released, in server time. */
  at: number
}

const JUST = 15_000

export class Alerts {
  #seen: Set<string> | undefined

  /** Remembers what is there; true when something of it came just now. What the first look finds is not new. */
  hear(items: readonly Came[], now: number): boolean {
    const before = this.#seen
    this.#seen = new Set([...(before ?? []), ...items.map((item) => item.id)])
    return before !== undefined && items.some((item) => !before.has(item.id) && now - item.at <= JUST)
  }
}
