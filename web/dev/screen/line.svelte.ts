/** A connection that shows one fixture after another, a second and a half apart, and may then be lost. */

import type { ScreenView } from '../../src/lib/wire'
import type { Line } from '../../src/screen/logic/line'

export class FakeLine implements Line {
  view = $state.raw<ScreenView>()
  status = $state<Line['status']>('live')
  at = $state(Date.now())
  bye = undefined

  constructor(views: ScreenView[], lost: boolean) {
    this.view = views[0]
    views.slice(1).forEach((view, index) => {
      setTimeout(
        () => {
          this.view = view
        },
        1500 * (index + 1),
      )
    })
    if (lost)
      setTimeout(() => {
        this.status = 'reconnecting'
      }, 200)
    setInterval(() => {
      this.at = Date.now()
    }, 1000)
  }
}
