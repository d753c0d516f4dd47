/** Fetching documents one at a time, with a line that says how far it is. */

import { tell } from '../../lib/api'
import { m } from '../../lib/paraglide/messages.js'
import type { TicketBody } from '../../lib/wire'
import type { Desk } from '../desk.svelte'
import { download } from './download'

export class Taking {
  /** What is being fetched, by its name. */
  busy = $state<string>()
  said = $state('')
  failed = $state(false)

  constructor(private readonly desk: Desk) {}

  /** `done`: what is said when it came. */
  async take(body: TicketBody, done = m.facilitator_download_done()): Promise<void> {
    if (this.busy !== undefined) return
    this.busy = body.what
    this.said = m.facilitator_download_busy()
    this.failed = false
    try {
      await download(this.desk, body)
      this.said = done
    } catch (problem) {
      this.failed = true
      this.said = tell(problem)
    } finally {
      this.busy = undefined
    }
  }
}
