/** Session, game clock and countdown, worked out from the anchors that a view carries. All times in milliseconds. */

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export interface ClockAnchors {
  base: number
  since?: number
  /** Session seconds in a real one; absent: 1. */
  speed?: number
  game?: { minute: number; session: number; pace: number; first_weekday: Weekday }
  phase_session?: number
  minutes: number
}

const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** A Monday, from which weekday names are asked of the browser. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** Session time at server time `now`: it stands still while the room is not running. */
export function sessionNow(clock: ClockAnchors, now: number): number {
  return clock.base + (clock.since === undefined ? 0 : Math.max(0, now - clock.since) * (clock.speed ?? 1))
}

/** Minutes since midnight of the story's day 0; undefined: this phase has no story time. */
export function gameNow(clock: ClockAnchors, now: number): number | undefined {
  const game = clock.game
  if (game === undefined) return undefined
  return game.minute + ((sessionNow(clock, now) - game.session) / 60_000) * game.pace
}

export function weekdayName(first: Weekday, minute: number, language = 'nl'): string {
  const index = (WEEKDAYS.indexOf(first) + Math.floor(minute / 1440)) % 7
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + index * DAY)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `16.10`, or `16:10` in English. */
export function gameTime(minute: number, language = 'nl'): string {
  const whole = Math.floor(minute)
  const within = ((whole % 1440) + 1440) % 1440
  return `${two(Math.floor(within / 60))}${language === 'nl' ? '.' : ':'}${two(within % 60)}`
}

/** `vrijdag 16.10` */
export function gameMoment(first: Weekday, minute: number, language = 'nl'): string {
  return `${weekdayName(first, minute, language)} ${gameTime(minute, language)}`
}

/** `12:40`, from an hour on `1:02:40`; never below zero. */
export function countdown(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** `0:38`: hours and minutes of the session. */
export function hoursMinutes(duration: number): string {
  const minutes = Math.floor(Math.max(0, duration) / 60_000)
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`
}

/** A wall time as people say it here: `16.03` or `16:03`. */
export function wallTime(at: number, language = 'nl'): string {
  const date = new Date(at)
  return `${two(date.getHours())}${language === 'nl' ? '.' : ':'}${two(date.getMinutes())}`
}

/** `14 december 2026`, never broken over two lines. */
export function wallDate(at: number, language = 'nl'): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' })
    .format(at)
    .replaceAll(' ', '\u00a0')
}

/** Where a session is planned, whatever the device thinks. */
const ZONE = 'Europe/Amsterdam'

/** A planned moment: `dinsdag 24 november 2026, 12.00 uur`, or `Tuesday 24 November 2026 at 12:00`. */
export function plannedMoment(at: number, language = 'nl'): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'nl' ? 'nl' : 'en-GB', { timeZone: ZONE, ...options }).format(at)
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return language === 'nl' ? `${day}, ${time.replace(':', '.')} uur` : `${day}, ${time}`
}

/** What a `datetime-local` field gives, read as a time in Amsterdam; NaN when it is none. */
export function plannedAt(local: string): number {
  const utc = new Date(`${local}Z`).getTime()
  if (Number.isNaN(utc)) return utc
  return utc - ahead(utc - ahead(utc))
}

/** The other way: what a `datetime-local` field shows for a planned moment. */
export const plannedLocal = (at: number): string => new Date(at + ahead(at)).toISOString().slice(0, 16)

/** How far Amsterdam is ahead of UTC at that moment. */
function ahead(at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'))
  return shown - Math.floor(at / 60_000) * 60_000
}

export const isSameDay = (at: number, now: number): boolean =>
  new Date(at).toDateString() === new Date(now).toDateString()

/** `14.30` today, `dinsdag 1 december, 14.30` on another day. */
export function wallMoment(at: number, now: number, language = 'nl'): string {
  if (isSameDay(at, now)) return wallTime(at, language)
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
  return `${day}, ${wallTime(at, language)}`
}

/** How long a term still runs, in game time: `nog 71 uur`, `nog 40 minuten`; the words come from the catalogue. */
export function termLeft(due: number, now: number): { unit: 'hours' | 'minutes'; amount: number } {
  const left = Math.max(0, due - now)
  return left >= 120 ? { unit: 'hours', amount: Math.floor(left / 60) } : { unit: 'minutes', amount: Math.floor(left) }
}
