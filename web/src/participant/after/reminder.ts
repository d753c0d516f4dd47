/** A reminder with the follow-up link, put into the calendar file on this device: the server never sees the link. */

const DAY = 86_400_000
export const WEEKS = 10

/** RFC 5545 §3.3.11 */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')

/** RFC 5545 §3.1: at most 75 octets a line, and no character cut in two. */
export function folded(line: string): string {
  const lines: string[] = []
  let part = ''
  let size = 0
  for (const char of line) {
    const octets = new TextEncoder().encode(char).length
    if (size + octets > (lines.length === 0 ? 75 : 74)) {
      lines.push(part)
      part = ''
      size = 0
    }
    part += char
    size += octets
  }
  return [...lines, part].join('\r\n ')
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')

/** The calendar with one more event: a whole day ten weeks from `now`, with an alarm at nine. */
export function withReminder(calendar: string, title: string, text: string, link: string, now: number): string {
  const at = now + WEEKS * 7 * DAY
  const lines = [
    'BEGIN:VEVENT',
    `UID:follow-${now}@crisistafel.invalid`,
    `DTSTAMP:${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${day(at)}`,
    `DTEND;VALUE=DATE:${day(at + DAY)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(`${text}\n${link}`)}`,
    `URL:${link}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER;RELATED=START:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ]
  const end = calendar.lastIndexOf('END:VCALENDAR')
  return `${calendar.slice(0, end)}${lines.map(folded).join('\r\n')}\r\n${calendar.slice(end)}`
}

/** Saves a file that only this page has. */
export function save(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
