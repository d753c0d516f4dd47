/** A cover over what the room may not read along: lifted by a button, and closed again by itself. */

export const COVER_SECONDS = 20

export class Cover {
  /** Seconds left; 0 is covered. */
  left = $state(0)
  private timer: ReturnType<typeof setInterval> | undefined
  private until = 0

  constructor(private readonly clock: () => number = () => performance.now()) {}

  get lifted(): boolean {
    return this.left > 0
  }

  lift(): void {
    this.until = this.clock() + COVER_SECONDS * 1000
    this.left = COVER_SECONDS
    this.timer ??= setInterval(() => this.look(), 250)
  }

  close(): void {
    clearInterval(this.timer)
    this.timer = undefined
    this.left = 0
  }

  private look(): void {
    const left = Math.ceil((this.until - this.clock()) / 1000)
    if (left <= 0) this.close()
    else this.left = left
  }
}
