/** A moment of the session as a facilitator types it. */

const SHAPE = /^(?:(\d{1,2})[:.])?(\d{1,3})[:.](\d{2})$/

/** Milliseconds of `12:30`, `1:02:30` or `12`; undefined: it is no time. */
export function minutesIn(typed: string): number | undefined {
  const text = typed.trim()
  if (/^\d{1,3}$/.test(text)) return Number(text) * 60_000
  const found = SHAPE.exec(text)
  if (found === null) return undefined
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number]
  if (seconds > 59 || (found[1] !== undefined && minutes > 59)) return undefined
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}
