/** The day before: what goes out, what is printed, and what is checked. */

import { showCode } from '../../lib/code'
import { m } from '../../lib/paraglide/messages.js'
import { store } from '../../lib/pass'
import { plannedMoment } from '../../lib/time'
import type { TicketBody } from '../../lib/wire'

export interface Planned {
  title: string
  code: string
  minutes: number
  when?: number | undefined
  language: string
  /** Where others join; it holds no secret. */
  join: string
}

/** Beside the address at which others join. */
export const testAddress = (join: string): string => `${join.replace(/#.*$/, '').replace(/\/$/, '')}/test`

export function invitation({ title, code, minutes, when, language, join }: Planned): { subject: string; text: string } {
  const parts = [
    m.facilitator_letter_hello(),
    m.facilitator_letter_what({ title }),
    when === undefined
      ? m.facilitator_letter_length({ minutes })
      : m.facilitator_letter_when({ when: plannedMoment(when, language), minutes }),
    m.facilitator_letter_bring(),
    `${m.facilitator_letter_test()}\n${testAddress(join)}`,
    `${m.facilitator_letter_join({ code: showCode(code) })}\n${join}`,
    m.facilitator_letter_bye(),
  ]
  return { subject: m.facilitator_letter_subject({ title }), text: parts.join('\n\n') }
}

export const mailto = ({ subject, text }: { subject: string; text: string }): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`

export const sheets = (): Array<{ what: TicketBody['what']; label: string; detail: string }> => [
  { what: 'poster.pdf', label: m.facilitator_sheet_poster(), detail: m.facilitator_sheet_poster_detail() },
  { what: 'tents.pdf', label: m.facilitator_sheet_tents(), detail: m.facilitator_sheet_tents_detail() },
  { what: 'roles.pdf', label: m.facilitator_sheet_roles(), detail: m.facilitator_sheet_roles_detail() },
  { what: 'pocket.pdf', label: m.facilitator_sheet_pocket(), detail: m.facilitator_sheet_pocket_detail() },
  { what: 'cards.pdf', label: m.facilitator_sheet_cards(), detail: m.facilitator_sheet_cards_detail() },
]

export interface Checks {
  title: string
  items: Array<{ id: string; text: string }>
}

export const checklist = (): Checks[] => [
  {
    title: m.facilitator_check_before(),
    items: [
      { id: 'invited', text: m.facilitator_check_invited() },
      { id: 'printed', text: m.facilitator_check_printed() },
      { id: 'pack', text: m.facilitator_check_pack() },
      { id: 'wifi', text: m.facilitator_check_wifi() },
      { id: 'read', text: m.facilitator_check_read() },
    ],
  },
  {
    title: m.facilitator_check_room(),
    items: [
      { id: 'power', text: m.facilitator_check_power() },
      { id: 'screen', text: m.facilitator_check_screen() },
      { id: 'tables', text: m.facilitator_check_tables() },
      { id: 'phone', text: m.facilitator_check_phone() },
      { id: 'help', text: m.facilitator_check_help() },
    ],
  },
]

const place = (code: string): string => `crisistafel.checks/${code}`

/** The ticks that this device keeps of a room. */
export function keptTicks(code: string): string[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(place(code)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

export const keepTicks = (code: string, ticks: readonly string[]): void =>
  store.setItem(place(code), JSON.stringify(ticks))
