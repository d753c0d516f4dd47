import { m } from '../lib/paraglide/messages.js'
import { type Weekday, weekdayName } from '../lib/time'

/** `vrijdagmiddag`; the hours before six belong to the night that leads to that day. */
export function partOfDay(first: Weekday, minute: number, language: string): string {
  const day = weekdayName(first, minute, language)
  const hour = Math.floor((minute % 1440) / 60)
  if (hour < 6) return m.participant_day_night({ day })
  if (hour < 12) return m.participant_day_morning({ day })
  if (hour < 18) return m.participant_day_afternoon({ day })
  return m.participant_day_evening({ day })
}
