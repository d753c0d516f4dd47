/** What this page has seen happen, so that the reveal and the effect move once, and only for those who were there. */

import { SvelteSet } from 'svelte/reactivity'
import type { ScreenView } from '../../lib/wire'
import { hasEffect, type Stage, stageOf } from './scene'

const BEFORE = new Set<Stage>(['picture', 'open', 'closed'])

export class Watch {
  /** Decisions that took effect before our eyes. */
  readonly effective = new SvelteSet<string>()
  /** Decisions whose votes turned over before our eyes. */
  readonly turned = new SvelteSet<string>()
  #stages = new Map<string, Stage | undefined>()
  #begun = false

  see(view: ScreenView): void {
    for (const [id, question] of Object.entries(view.decisions)) {
      const stage = stageOf(question)
      const before = this.#stages.get(id)
      if (stage === before) continue
      this.#stages.set(id, stage)
      if (stage !== undefined && BEFORE.has(stage)) {
        this.turned.delete(id)
        this.effective.delete(id)
      } else if (before !== undefined && BEFORE.has(before)) this.turned.add(id)
      if (this.#begun && hasEffect(question)) this.effective.add(id)
    }
    this.#begun = true
  }
}
