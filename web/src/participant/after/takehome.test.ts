import { describe, expect, it } from 'vitest'
import { plannedAt } from '../../lib/time'
import type { Own } from '../../lib/wire'
import { linkWith } from './follow'
import { localMoment, nextWeek } from './moment'
import { folded, withReminder } from './reminder'
import { command, EMPTY, storedWords } from './resolved'

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'
const own = (more: Partial<Own>): Own => ({ seat: 's3', meetings: {}, ...more }) as Own

describe('a day and a time', () => {
  it.each([
    ['2026-10-25T01:30', Date.UTC(2026, 9, 24, 23, 30)],
    ['2026-10-26T10:00', Date.UTC(2026, 9, 26, 9)],
    ['2027-03-27T10:00', Date.UTC(2027, 2, 27, 9)],
    ['2027-03-29T10:00', Date.UTC(2027, 2, 29, 8)],
  ])('is %s on the clock of Amsterdam, on either side of a clock change', (local, at) => {
    expect(localMoment(at)).toBe(local)
    expect(plannedAt(local)).toBe(at)
  })

  it('is proposed a week from now, and on a Monday when that is a weekend', () => {
    expect(nextWeek(Date.UTC(2026, 10, 26, 12))).toBe('2026-12-03T10:00')
    expect(nextWeek(Date.UTC(2026, 10, 28, 12))).toBe('2026-12-07T10:00')
    expect(nextWeek(Date.UTC(2026, 10, 29, 12))).toBe('2026-12-07T10:00')
  })
})

describe('a resolution', () => {
  it('goes to a colleague with a date, and without the name that was typed before', () => {
    const words = { ...EMPTY, text: ' Koffie ', who: 's4', name: 'Bram', when: 'gauw', moment: '2026-12-03T10:00' }
    expect(command(words)).toEqual({
      type: 'resolution.write',
      text: 'Koffie',
      with_seat: 's4',
      starts: Date.UTC(2026, 11, 3, 9),
    })
  })

  it('goes to anybody else with a name', () => {
    const words = { ...EMPTY, text: 'Koffie', who: 'other', name: 'Bram', when: 'gauw', moment: '2026-12-03T10:00' }
    expect(command(words)).toEqual({ type: 'resolution.write', text: 'Koffie', with: 'Bram', by: 'gauw' })
  })

  it('is with nobody once the colleague has left', () => {
    const meeting = { order: 0, seat: 's4', role: 'ciso', mine: true, starts: 1, yours: true, text: 'Koffie' }
    const kept = { resolution: { text: 'Koffie', with_seat: 's4' } }
    expect(storedWords(own({ ...kept, meetings: { s3: { ...meeting, state: 'gone' } } }))?.who).toBe('')
    expect(storedWords(own({ ...kept, meetings: { s3: { ...meeting, state: 'declined' } } }))?.who).toBe('s4')
  })
})

describe('the follow-up link', () => {
  it('has every word behind the hash, and not too many of them', () => {
    const link = linkWith('K7MP3XQ9', 'k'.repeat(22), { text: 'Koffie & taart', who: 'Bram', step: 'x'.repeat(999) }, 0)
    const [before = '', after = ''] = link.split('#')
    expect(before).not.toMatch(/Koffie|Bram|k{22}/)
    const given = new URLSearchParams(after)
    expect(given.get('text')).toBe('Koffie & taart')
    expect(given.get('who')).toBe('Bram')
    expect(given.get('step')).toHaveLength(300)
    expect(given.get('when')).toBeNull()
  })
})

describe('the reminder', () => {
  it('is one more event, ten weeks later, with the link', () => {
    const made = withReminder(CALENDAR, 'Hoe ging het?', 'Koffie; met, Bram\nmorgen', 'https://x.example/#a=b', 0)
    expect(made.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(made).toContain('DTSTART;VALUE=DATE:19700312\r\n')
    expect(made).toContain('DESCRIPTION:Koffie\\; met\\, Bram\\nmorgen\\nhttps://x.example/#a=b')
    expect(made.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('cannot be broken by what was typed', () => {
    const made = withReminder(CALENDAR, 'x', 'x\r\nEND:VCALENDAR\r\nBEGIN:VALARM', 'https://x.example/', 0)
    expect(made.match(/^BEGIN:VALARM/gm)).toHaveLength(1)
    expect(made.match(/^END:VCALENDAR/gm)).toHaveLength(1)
  })

  it('has lines of 75 octets at most, and no character cut in two', () => {
    const lines = folded(`DESCRIPTION:${'é'.repeat(200)}`).split('\r\n')
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(lines.map((line, at) => (at === 0 ? line : line.slice(1))).join('')).toBe(`DESCRIPTION:${'é'.repeat(200)}`)
  })
})
