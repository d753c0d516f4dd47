/** One numbered stream of frames as a client hears it: what to take, what to drop, when to ask for the whole. */

import { merge } from './merge'
import type { Frame } from './wire'

export type Verdict = 'taken' | 'dropped' | 'gap'

export class Stream<T> {
  id: string | undefined
  version = -1
  value: T | undefined

  /** The rule of the wire: nothing that is lost, repeated, late or of another stream ever shows a wrong view. */
  take(frame: Frame): Verdict {
    const own = frame.stream === this.id
    if (!own && frame.base !== undefined) return 'dropped'
    if (own && frame.version <= this.version) return 'dropped'
    if (frame.base !== undefined && frame.base !== this.version) return 'gap'
    this.value = (frame.base === undefined ? frame.view : merge(this.value, frame.view)) as T
    this.id = frame.stream
    this.version = frame.version
    return 'taken'
  }

  /** What to say at reconnecting: the stream and version that this client holds. */
  get have(): [string, number] | undefined {
    return this.id === undefined ? undefined : [this.id, this.version]
  }
}
