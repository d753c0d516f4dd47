/** What a screen reader hears: each piece of news once, never two things within two seconds, one summary for a pile. */

import { m } from './paraglide/messages.js'

const APART = 2000

export class Announcer {
  /** The words of the live region. */
  text = $state('')
  #seen = new Set<string>()
  #news: string[] = []
  #words: string[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #spokenAt = Number.NEGATIVE_INFINITY
  #started = false

  /**
   * News as the view has it now, by id; what is new since the last time is announced. What was already there when the
   * page opened is not news.
   */
  news(items: ReadonlyArray<{ id: string; text: string }>): void {
    for (const { id, text } of items) {
      if (this.#seen.has(id)) continue
      this.#seen.add(id)
      if (this.#started) this.#news.push(text)
    }
    this.#started = true
    this.#plan()
  }

  /** Anything else that is worth a word; said once for each `id`. */
  say(text: string, id?: string): void {
    if (id !== undefined) {
      if (this.#seen.has(`say/${id}`)) return
      this.#seen.add(`say/${id}`)
    }
    this.#words.push(text)
    this.#plan()
  }

  /** What was so before the page opened needs no word. */
  known(id: string): void {
    this.#seen.add(`say/${id}`)
  }

  #plan(): void {
    if (this.#timer !== undefined || (this.#news.length === 0 && this.#words.length === 0)) return
    // A moment to gather: what a reconnect replays comes as one frame or a few.
    const wait = Math.max(150, this.#spokenAt + APART - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#speak()
      this.#plan()
    }, wait)
  }

  #speak(): void {
    const [first] = this.#news
    const piled = this.#news.length
    let text: string | undefined
    if (piled > 1) text = m.shared_news_pile({ count: piled })
    else text = first
    this.#news = []
    if (text === undefined) text = this.#words.shift()
    if (text === undefined) return
    // The same words twice would be no change to the region, so not be heard: a no-break space makes them differ.
    this.text = text === this.text ? `${text}\u00a0` : text
    this.#spokenAt = performance.now()
  }
}
