/** A day and a time for a coffee, as a `datetime-local` field holds it: always on the clock of Amsterdam. */

const ZONE = 'Europe/Amsterdam'
const DAY = 86_400_000

/** `2026-12-03T10:00` */
export function localMoment(at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${read('year')}-${read('month')}-${read('day')}T${read('hour')}:${read('minute')}`
}

/** Ten o'clock a week from now; a Monday when that is a weekend. */
export function nextWeek(now: number): string {
  const day = localMoment(now + 7 * DAY).slice(0, 10)
  const weekday = new Date(`${day}T12:00Z`).getUTCDay()
  const later = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  return `${new Date(Date.parse(`${day}T12:00Z`) + later * DAY).toISOString().slice(0, 10)}T10:00`
}
