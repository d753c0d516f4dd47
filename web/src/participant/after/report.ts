/** Fetching the report: a ticket for one download, and a keep-link with a pass of its own. */

import { post } from '../../lib/api'
import { keepPass, keptPass, makePass } from '../../lib/pass'
import { page, under } from '../../lib/place'
import type { KeepBody, Ticket, TicketBody } from '../../lib/wire'

/** Fetches a document: the server sends a file as a download, so this page stays; a web page takes its place. */
export async function fetchDocument(
  code: string,
  pass: string,
  what: TicketBody['what'],
  more: Omit<TicketBody, 'what'> = {},
): Promise<void> {
  const ticket = await post<Ticket>(`api/rooms/${code}/tickets`, { what, ...more } satisfies TicketBody, pass)
  window.location.assign(new URL(ticket.url, under('')).href)
}

/** Saves what was fetched, without an address that anyone could open again. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The link that still works tomorrow on another machine; made once for this device. */
export async function keepLink(code: string, pass: string): Promise<string> {
  const kept = keptPass('keep', code)
  if (kept?.seat) return page('participant', { code, verslag: kept.pass })
  const fresh = kept?.pass ?? makePass()
  keepPass('keep', code, { pass: fresh })
  const given = await post<{ seat: string }>(`api/rooms/${code}/keeps`, { pass: fresh } satisfies KeepBody, pass)
  keepPass('keep', code, { pass: fresh, seat: given.seat })
  return page('participant', { code, verslag: fresh })
}

/** Copies without the clipboard interface, which a page on plain http does not have. */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Not allowed: the old way below.
  }
  field.focus()
  field.select()
  return document.execCommand('copy')
}
